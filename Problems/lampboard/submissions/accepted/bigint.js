// Numbers are exact up to 2^53 only, and their bits up to 2^31: this needs BigInt.
const [, line] = require("fs").readFileSync(0, "utf8").split("\n");
const base = [];
for (let number of line.split(" ").map(BigInt)) {
  for (const other of base) {
    if ((number ^ other) < number) number ^= other;
  }
  if (number) base.push(number);
}
base.sort((a, b) => (a < b ? 1 : -1));
let largest = 0n;
for (const number of base) {
  if ((largest ^ number) > largest) largest ^= number;
}
console.log(String(largest));
