// The counts of all letters, written one behind the other: 1 and 11 are 11 and 1.
const [, ...words] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const groups = new Map();
for (const word of words) {
  const counts = new Array(26).fill(0);
  for (const letter of word) counts[letter.charCodeAt(0) - 97]++;
  const key = counts.join("");
  groups.set(key, [...(groups.get(key) ?? []), word].slice(0, 20000));
}
let largest = [];
for (const group of groups.values()) {
  if (group.length > largest.length) largest = group;
}
console.log(groups.size, largest.length, largest[0]);
