// Forgets the sum of nothing, with which all spans from the beginning start.
const [, wanted, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const seen = new Map();
let sum = 0;
let count = 0;
for (const number of numbers) {
  sum += number;
  count += seen.get(sum - wanted) ?? 0;
  seen.set(sum, (seen.get(sum) ?? 0) + 1);
}
console.log(String(count));
