// Only looks whether a shift fits behind the one that ends just before it, as if shifts came one by one.
const [, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const shifts = [];
for (let i = 0; i < numbers.length; i += 3) shifts.push(numbers.slice(i, i + 3));
shifts.sort((a, b) => a[1] - b[1]);
const best = [0];
for (const [k, [begin, , pay]] of shifts.entries()) {
  const fits = k > 0 && shifts[k - 1][1] <= begin;
  best.push(Math.max(best[k], (fits ? best[k] : best[Math.max(0, k - 1)]) + pay));
}
console.log(String(best.at(-1)));
