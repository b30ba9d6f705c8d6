// TypeError where there is no pair.
const [n, sum, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const positions = new Map();
let pair;
for (let i = 0; i < n && !pair; i++) {
    if (positions.has(sum - numbers[i])) pair = [positions.get(sum - numbers[i]), i + 1];
    positions.set(numbers[i], i + 1);
}
console.log(pair.join(" "));
