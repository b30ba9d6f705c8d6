const [n, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split("\n").map(Number);
console.log(numbers.reduce((sum, number) => sum + number, 0));
