const numbers = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = numbers;
const after = Array.from({ length: n + 1 }, () => []);
const waiting = new Int32Array(n + 1);
for (let i = 0; i < m; i++) {
    after[numbers[2 + 2 * i]].push(numbers[3 + 2 * i]);
    waiting[numbers[3 + 2 * i]]++;
}
const order = [];
for (let task = 1; task <= n; task++) if (waiting[task] === 0) order.push(task);
for (let done = 0; done < order.length; done++) {
    for (const other of after[order[done]]) if (--waiting[other] === 0) order.push(other);
}
console.log(order.length === n ? order.join("\n") : "IMPOSSIBLE");
