// @EXPECTED_RESULTS@: MEMORY-LIMIT
// The answer is the length of a wire through a number of pieces: puts all these quotients in order.
const [, pieces, ...wires] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const quotients = [];
for (let count = 1; count <= pieces; count++) {
  for (const wire of wires) quotients.push(wire / count);
}
console.log(quotients.sort((a, b) => b - a)[pieces - 1]);
