// Objects in the heap, a row of numbers for each task: up to 3 GB.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
const numbers = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = numbers;
const comesBefore = [];
for (let a = 0; a <= n; a++) comesBefore.push(new Array(n + 1).fill(0.5));
for (let i = 0; i < m; i++) comesBefore[numbers[2 + 2 * i]][numbers[3 + 2 * i]] = 1.5;
const order = [];
const isDone = new Array(n + 1).fill(false);
for (let turn = 0; turn < n; turn++) {
    for (let b = 1; b <= n; b++) {
        if (isDone[b] || comesBefore.some((row, a) => a > 0 && !isDone[a] && row[b] > 1)) continue;
        isDone[b] = true;
        order.push(b);
        break;
    }
}
console.log(order.length === n ? order.join("\n") : "IMPOSSIBLE");
