// Right but for positions beyond 2^53, which are not exact as Numbers.
const [text, , positions] = require("fs").readFileSync(0, "utf8").split("\n");
const open = [{ factor: 1, parts: [], ends: [], length: 0 }];
const add = (part, length) => {
  const sequence = open.at(-1);
  sequence.length += length;
  sequence.parts.push(part);
  sequence.ends.push(sequence.length);
};
for (const [, factor, letter] of text.matchAll(/(\d+)\(|(.)/g)) {
  if (factor) open.push({ factor: Number(factor), parts: [], ends: [], length: 0 });
  else if (letter !== ")") add(letter, 1);
  else {
    const inner = open.pop();
    add(inner, inner.factor * inner.length);
  }
}
function find(part, position) {
  while (part && typeof part !== "string") {
    position %= part.length;
    const at = part.ends.findIndex((end) => end > position);
    if (at > 0) position -= part.ends[at - 1];
    part = part.parts[at];
  }
  return part ?? "?";
}
console.log(positions.split(" ").map((position) => find(open[0], Number(position) - 1)).join(""));
