// Does not think of letters with which no word begins.
const lines = require("fs").readFileSync(0, "utf8").trimEnd().split("\n");
const n = Number(lines[0]);
const root = {};
for (const line of lines.slice(1, n + 1)) {
  const [text, popularity] = line.split(" ");
  let node = root;
  for (const letter of text) {
    node = node[letter] ??= {};
    const word = [-Number(popularity), text];
    if (!node.best || word[0] < node.best[0] || (word[0] === node.best[0] && text < node.best[1])) node.best = word;
  }
}
for (const query of lines.slice(n + 2)) {
  let node = root;
  for (const letter of query) node = node[letter];
  console.log(node.best[1]);
}
