// Fills 1 GiB outside the heap before it reads.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
const blocks = [];
for (let number = 1; number <= 128; number++) {
    blocks.push(Buffer.alloc(8 << 20, number));
}
const line = require("fs").readFileSync(0, "utf8").replace(/\n$/, "");
const next = new Map();
let start = 0;
let best = 0;
let position = 0;
for (const character of line) {
    start = Math.max(start, next.get(character) ?? 0);
    position++;
    next.set(character, position);
    best = Math.max(best, position - start);
}
console.log(best + (blocks[127][42] === 128 ? 0 : 1));
