const numbers = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const [n, m, k] = numbers;
const after = new Int32Array(n + 1).map((_, song) => (song + 1) % (n + 1));
const before = new Int32Array(n + 1).map((_, song) => (song + n) % (n + 1));

function link(left, right) {
  after[left] = right;
  before[right] = left;
}

for (let i = 0; i < m; i++) {
  const [x, y] = [numbers[3 + 2 * i], numbers[4 + 2 * i]];
  link(before[x], after[x]);
  link(x, after[y]);
  link(y, x);
}
const first = [];
for (let song = after[0]; first.length < k; song = after[song]) first.push(song);
console.log(first.join(" "));
