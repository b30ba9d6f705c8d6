// Counts UTF-16 units: an emoji is two of them.
declare var require: any;

const line: string = require("fs").readFileSync(0, "utf8").replace(/\n$/, "");
const next: number[] = [];
for (let unit = 0; unit < 0x10000; unit++) {
    next.push(0);
}
let start = 0;
let best = 0;
for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    start = Math.max(start, next[unit]);
    next[unit] = i + 1;
    best = Math.max(best, i + 1 - start);
}
require("fs").writeSync(1, best + "\n");
