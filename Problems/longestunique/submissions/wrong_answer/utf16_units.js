// Counts UTF-16 units: an emoji is two of them.
const line = require("fs").readFileSync(0, "utf8").replace(/\n$/, "");
const next = new Map();
let start = 0;
let best = 0;
for (let i = 0; i < line.length; i++) {
    start = Math.max(start, next.get(line[i]) ?? 0);
    next.set(line[i], i + 1);
    best = Math.max(best, i + 1 - start);
}
console.log(best);
