const lines = require("readline").createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const read = async () => (await lines.next()).value.trim();
const numbers = (text) => text.split(" ").map(Number);
const step = (n, m) => Math.ceil(n / (m + 1));

async function look(card) {
  console.log(`? ${card}`);
  return Number(await read());
}

async function day(n, m) {
  const note = [];
  for (let card = step(n, m); card <= n && note.length < m; card += step(n, m)) note.push(await look(card));
  console.log(["note", note.length, ...note].join(" "));
}

async function find(wanted, low, high) {
  while (low <= high) {
    const middle = (low + high) >> 1;
    const number = await look(middle);
    if (number === wanted) return middle;
    if (number < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

async function night(n, m, questions) {
  const [count, ...note] = numbers(await read());
  for (; questions > 0; questions--) {
    const wanted = Number(await read());
    // The first number on the note that is not smaller; there are at most 64.
    const before = note.filter((number) => number < wanted).length;
    const low = before * step(n, m);
    const high = before < count ? low + step(n, m) : n + 1;
    console.log(`! ${note[before] === wanted ? high : await find(wanted, low + 1, high - 1)}`);
  }
}

async function main() {
  const [task, sizes] = (await read()).split(/ (.*)/);
  await (task === "day" ? day : night)(...numbers(sizes));
  process.exit();
}

main();
