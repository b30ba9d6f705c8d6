// Takes the value 0 for a missing one.
const lines = require("fs").readFileSync(0, "utf8").split("\n");
const capacity = Number(lines[0]);
const cache = new Map();
for (const line of lines.slice(1)) {
  const [verb, key, value] = line.split(" ");
  const known = cache.get(key);
  if (verb === "put" || (verb === "get" && known)) {
    cache.delete(key);
    cache.set(key, verb === "put" ? Number(value) : known);
    if (cache.size > capacity) cache.delete(cache.keys().next().value);
  }
  if (verb === "drop") cache.delete(key);
  if (verb === "get") console.log(known || "none");
  if (verb === "quit") break;
}
