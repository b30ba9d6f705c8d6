const lines = require("fs").readFileSync(0, "utf8").trimEnd().split("\n");
const root = { children: new Map(), best: null };

function isBetter(word, other) {
  if (!other || word.popularity !== other.popularity) return !other || word.popularity > other.popularity;
  return word.text < other.text;
}

function add(word) {
  let node = root;
  for (const letter of word.text) {
    let child = node.children.get(letter);
    if (!child) {
      child = { children: new Map(), best: null };
      node.children.set(letter, child);
    }
    node = child;
    if (isBetter(word, node.best)) node.best = word;
  }
}

function best(beginning) {
  let node = root;
  for (const letter of beginning) {
    node = node.children.get(letter);
    if (!node) return "-";
  }
  return node.best.text;
}

const n = Number(lines[0]);
for (const line of lines.slice(1, n + 1)) {
  const [text, popularity] = line.split(" ");
  add({ text: text, popularity: Number(popularity) });
}
console.log(lines.slice(n + 2).map(best).join("\n"));
