// @EXPECTED_RESULTS@: OUTPUT-LIMIT
// Right, but somebody left in a line that writes the whole cache to standard error after every command.
const lines = require("fs").readFileSync(0, "utf8").split("\n");
const capacity = Number(lines[0]);
const cache = new Map();
for (const line of lines.slice(1)) {
  const [verb, key, value] = line.split(" ");
  if (verb === "quit") break;
  if (verb === "drop") cache.delete(key);
  if (verb === "put" || (verb === "get" && cache.has(key))) {
    const kept = verb === "put" ? value : cache.get(key);
    cache.delete(key);
    cache.set(key, kept);
    if (cache.size > capacity) cache.delete(cache.keys().next().value);
  }
  if (verb === "get") console.log(cache.get(key) ?? "none");
  console.error([...cache].join(" "));
}
