// Joins surrogate pairs by hand, so that the oldest library of the language is enough.
declare var require: any;

const text: string = require("fs").readFileSync(0, "utf8");
const next: number[] = [];
for (let code = 0; code < 0x110000; code++) {
    next.push(0);
}
let start = 0;
let best = 0;
let position = 0;
for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === 10) {
        break;
    }
    if (code >= 0xd800 && code < 0xdc00) {
        i++;
        code = 0x10000 + (code - 0xd800) * 0x400 + (text.charCodeAt(i) - 0xdc00);
    }
    start = Math.max(start, next[code]);
    position++;
    next[code] = position;
    best = Math.max(best, position - start);
}
require("fs").writeSync(1, best + "\n");
