const line = require("fs").readFileSync(0, "utf8").replace(/\n$/, "");
const seen = new Map();
let start = 0;
let best = 0;
let position = 0;
for (const character of line) {
    start = Math.max(start, seen.get(character) ?? 0);
    position++;
    seen.set(character, position);
    best = Math.max(best, position - start);
}
console.log(best);
