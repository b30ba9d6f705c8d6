// Takes a number for its last digit.
const [text, , positions] = require("fs").readFileSync(0, "utf8").split("\n");
let unfolded = text.replace(/\d+(\d)/g, "$1");
for (let rounds = 0; rounds < 30 && unfolded.includes("(") && unfolded.length < 1e6; rounds++) {
  unfolded = unfolded.replace(/(\d)\(([a-z]*)\)/g, (_, factor, inner) => inner.repeat(Number(factor)));
}
console.log(positions.split(" ").map((position) => unfolded[Number(position) - 1]).join(""));
