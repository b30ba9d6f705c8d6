const [[, pieces], wires] = require("fs")
  .readFileSync(0, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(" ").map(Number));

function count(length) {
  return wires.reduce((sum, wire) => sum + Math.floor(wire / length), 0);
}

let low = 0;
let high = 1e9 + 1;
for (let i = 0; i < 100; i++) {
  const middle = (low + high) / 2;
  if (count(middle) >= pieces) low = middle;
  else high = middle;
}
console.log(low);
