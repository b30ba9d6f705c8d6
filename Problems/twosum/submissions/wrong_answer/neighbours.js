// Looks at neighbours only.
const [n, sum, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
let answer = "IMPOSSIBLE";
for (let i = 1; i < n; i++) if (numbers[i - 1] + numbers[i] === sum) answer = `${i} ${i + 1}`;
console.log(answer);
