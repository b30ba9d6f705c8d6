// The sum of 0.1 never hits 1 exactly, so the loop goes on.
const [n, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split("\n").map(Number);
let steps = 0;
for (let x = 0; x !== 1; x += 0.1) steps++;
console.log(numbers.reduce((sum, number) => sum + number, 0));
