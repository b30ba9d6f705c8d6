// Looks for the way with the most paths, and only then at its length.
const [n, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const paths = Array.from({ length: n + 1 }, () => []);
for (let i = 0; i < numbers.length; i += 3) {
  const [a, b, length] = numbers.slice(i, i + 3);
  paths[a].push([b, length]);
  paths[b].push([a, length]);
}
function farthest(start) {
  let best = [start, 0, 0, 0];
  const waiting = [best];
  while (waiting.length > 0) {
    const stop = waiting.pop();
    const [hut, before, length, count] = stop;
    if (count > best[3] || (count === best[3] && length > best[2])) best = stop;
    for (const [other, more] of paths[hut]) {
      if (other !== before) waiting.push([other, hut, length + more, count + 1]);
    }
  }
  return best;
}
const [, , length, count] = farthest(farthest(1)[0]);
console.log(length, count);
