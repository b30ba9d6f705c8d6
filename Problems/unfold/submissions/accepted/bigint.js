// Positions go beyond 2^53: they are BigInts.
const [text, , positions] = require("fs").readFileSync(0, "utf8").split("\n");

function parse(text) {
  const open = [{ factor: 1n, parts: [], ends: [], length: 0n }];
  const add = (part, length) => {
    const sequence = open.at(-1);
    sequence.length += length;
    sequence.parts.push(part);
    sequence.ends.push(sequence.length);
  };
  for (const [, factor, letter] of text.matchAll(/(\d+)\(|(.)/g)) {
    if (factor) {
      open.push({ factor: BigInt(factor), parts: [], ends: [], length: 0n });
    } else if (letter === ")") {
      const inner = open.pop();
      add(inner, inner.factor * inner.length);
    } else {
      add(letter, 1n);
    }
  }
  return open[0];
}

function find(part, position) {
  while (typeof part !== "string") {
    position %= part.length;
    let low = 0;
    let high = part.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (part.ends[middle] <= position) low = middle + 1;
      else high = middle;
    }
    if (low > 0) position -= part.ends[low - 1];
    part = part.parts[low];
  }
  return part;
}

const whole = parse(text);
console.log(positions.split(" ").map((position) => find(whole, BigInt(position) - 1n)).join(""));
