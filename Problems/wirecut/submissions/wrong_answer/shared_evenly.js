// Divides all the wire by the number of pieces, as if wires could be joined.
const numbers = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [, pieces, ...wires] = numbers;
console.log(wires.reduce((sum, wire) => sum + wire, 0) / pieces);
