// Goes round in circles where there is a cycle.
const numbers = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = numbers;
const before = Array.from({ length: n + 1 }, () => []);
for (let i = 0; i < m; i++) before[numbers[3 + 2 * i]].push(numbers[2 + 2 * i]);
const isDone = new Array(n + 1).fill(false);
const order = [];
for (let task = 1; order.length < n; task = (task % n) + 1) {
    if (!isDone[task] && before[task].every((other) => isDone[other])) {
        isDone[task] = true;
        order.push(task);
    }
}
console.log(order.join("\n"));
