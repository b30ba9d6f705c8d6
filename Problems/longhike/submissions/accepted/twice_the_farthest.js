const [n, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const paths = Array.from({ length: n + 1 }, () => []);
for (let i = 0; i < numbers.length; i += 3) {
  const [a, b, length] = numbers.slice(i, i + 3);
  paths[a].push([b, length]);
  paths[b].push([a, length]);
}

function farthest(start) {
  let best = { hut: start, before: 0, length: 0, count: 0 };
  const waiting = [best];
  while (waiting.length > 0) {
    const stop = waiting.pop();
    if (stop.length > best.length || (stop.length === best.length && stop.count > best.count)) best = stop;
    for (const [hut, length] of paths[stop.hut]) {
      if (hut === stop.before) continue;
      waiting.push({ hut, before: stop.hut, length: stop.length + length, count: stop.count + 1 });
    }
  }
  return best;
}

const end = farthest(farthest(1).hut);
console.log(end.length, end.count);
