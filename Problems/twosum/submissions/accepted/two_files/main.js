const { findPair } = require("./pair.js");

const [n, sum, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const pair = findPair(numbers, sum);
console.log(pair ? pair.join(" ") : "IMPOSSIBLE");
