// Starts again at every character.
declare var require: any;

const text: string = require("fs").readFileSync(0, "utf8");
const codes: number[] = [];
for (let i = 0; i < text.length && text.charCodeAt(i) !== 10; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) {
        i++;
        codes.push(0x10000 + (unit - 0xd800) * 0x400 + (text.charCodeAt(i) - 0xdc00));
    } else {
        codes.push(unit);
    }
}
let best = 0;
for (let start = 0; start < codes.length; start++) {
    const seen: { [code: number]: boolean } = {};
    for (let end = start; end < codes.length && !seen[codes[end]]; end++) {
        seen[codes[end]] = true;
        best = Math.max(best, end + 1 - start);
    }
}
require("fs").writeSync(1, best + "\n");
