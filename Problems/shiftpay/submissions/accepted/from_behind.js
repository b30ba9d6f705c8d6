// From the last beginning to the first: take a shift and go on where it ends, or leave it.
// Sums stay below 2^53, so that numbers are exact.
const [, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const shifts = [];
for (let i = 0; i < numbers.length; i += 3) {
  const [begin, end, pay] = numbers.slice(i, i + 3);
  shifts.push({ begin, end, pay });
}
shifts.sort((a, b) => a.begin - b.begin);

function firstFrom(moment) {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shifts[middle].begin < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

const best = new Array(shifts.length + 1).fill(0);
for (let k = shifts.length - 1; k >= 0; k--) {
  best[k] = Math.max(best[k + 1], shifts[k].pay + best[firstFrom(shifts[k].end)]);
}
console.log(String(best[0]));
