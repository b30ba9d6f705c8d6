declare var require: any;

interface Span {
  begin: number;
  end: number;
}

function blocks(meetings: Span[]): Span[] {
  const found: Span[] = [];
  for (const { begin, end } of [...meetings].sort((a, b) => a.begin - b.begin)) {
    const last = found[found.length - 1];
    if (last !== undefined && begin <= last.end) {
      last.end = Math.max(last.end, end);
    } else {
      found.push({ begin, end });
    }
  }
  return found;
}

const [, ...lines]: string[] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const found = blocks(
  lines.map((line) => {
    const [begin, end] = line.split(" ").map(Number);
    return { begin, end };
  }),
);
const minutes = found.reduce((sum, { begin, end }) => sum + end - begin, 0);
console.log(`${found.length} ${minutes}`);
for (const { begin, end } of found) console.log(`${begin} ${end}`);
