// Throws where there is no order.
declare var require: any;

const numbers: number[] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const n = numbers[0];
const m = numbers[1];
const after: number[][] = [];
const waiting: number[] = [];
for (let task = 0; task <= n; task++) {
    after.push([]);
    waiting.push(0);
}
for (let i = 0; i < m; i++) {
    after[numbers[2 + 2 * i]].push(numbers[3 + 2 * i]);
    waiting[numbers[3 + 2 * i]]++;
}
const order: number[] = [];
for (let task = 1; task <= n; task++) {
    if (waiting[task] === 0) {
        order.push(task);
    }
}
for (let done = 0; done < order.length; done++) {
    for (const other of after[order[done]]) {
        if (--waiting[other] === 0) {
            order.push(other);
        }
    }
}
if (order.length < n) {
    throw new Error("no order");
}
require("fs").writeSync(1, order.join("\n") + "\n");
