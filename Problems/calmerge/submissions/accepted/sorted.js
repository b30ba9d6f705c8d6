const [, ...lines] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const meetings = lines.map((line) => line.split(" ").map(Number)).sort(([a], [b]) => a - b);

const blocks = [];
for (const [begin, end] of meetings) {
  const last = blocks.at(-1);
  if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
  else blocks.push([begin, end]);
}
const minutes = blocks.reduce((sum, [begin, end]) => sum + end - begin, 0);
console.log([[blocks.length, minutes], ...blocks].map((numbers) => numbers.join(" ")).join("\n"));
