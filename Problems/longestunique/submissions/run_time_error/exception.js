// Throws at the first character beyond the Basic Multilingual Plane.
const line = require("fs").readFileSync(0, "utf8").replace(/\n$/, "");
const next = new Map();
let start = 0;
let best = 0;
let position = 0;
for (const character of line) {
    if (character.length > 1) throw new RangeError("not in the first plane: " + character);
    start = Math.max(start, next.get(character) ?? 0);
    position++;
    next.set(character, position);
    best = Math.max(best, position - start);
}
console.log(best);
