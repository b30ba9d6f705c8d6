// A Map goes through its keys in the order in which they came: the first one is the eldest.
const lines = require("fs").readFileSync(0, "utf8").split("\n");
const capacity = Number(lines[0]);
const cache = new Map();

function use(key, value) {
  cache.delete(key);
  cache.set(key, value);
}

const output = [];
for (const line of lines.slice(1)) {
  const [verb, key, value] = line.split(" ");
  if (verb === "quit") break;
  if (verb === "put") {
    use(key, value);
    if (cache.size > capacity) cache.delete(cache.keys().next().value);
  } else if (verb === "drop") {
    cache.delete(key);
  } else {
    if (cache.has(key)) use(key, cache.get(key));
    output.push(cache.get(key) ?? "none");
  }
}
console.log(output.join("\n"));
