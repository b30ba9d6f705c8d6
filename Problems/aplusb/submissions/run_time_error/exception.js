const [a, b] = require("fs").readFileSync(0, "utf8").trim().split(" ").map(Number);
if (!Number.isSafeInteger(a + b)) throw new RangeError("not a safe integer");
console.log(a + b);
