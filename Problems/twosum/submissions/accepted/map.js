const [n, sum, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const positions = new Map();
let answer = "IMPOSSIBLE";
for (let i = 0; i < n; i++) {
    if (positions.has(sum - numbers[i])) {
        answer = `${positions.get(sum - numbers[i])} ${i + 1}`;
        break;
    }
    positions.set(numbers[i], i + 1);
}
console.log(answer);
