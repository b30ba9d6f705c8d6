const [, ...words] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const groups = new Map();
for (const word of words) {
  const letters = [...word].sort().join("");
  const group = groups.get(letters);
  if (group) group.push(word);
  else groups.set(letters, [word]);
}
let largest = [];
for (const group of groups.values()) {
  if (group.length > largest.length) largest = group;
}
console.log(groups.size, largest.length, largest[0]);
