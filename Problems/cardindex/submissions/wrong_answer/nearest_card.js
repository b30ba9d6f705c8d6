// Answers with the card where the number would be, even if another number is on it.
const lines = require("readline").createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const read = async () => (await lines.next()).value.trim().split(" ");
async function look(card) {
  console.log(`? ${card}`);
  return Number((await read())[0]);
}
async function main() {
  const [task, ...sizes] = await read();
  const [n, m, questions] = sizes.map(Number);
  const step = Math.ceil(n / (m + 1));
  if (task === "day") {
    const note = [];
    for (let card = step; card <= n && note.length < m; card += step) note.push(await look(card));
    console.log(["note", note.length, ...note].join(" "));
  } else {
    const [count, ...note] = (await read()).map(Number);
    for (let i = 0; i < questions; i++) {
      const wanted = Number((await read())[0]);
      const before = note.filter((number) => number < wanted).length;
      let low = before * step + 1;
      let high = before < count ? low + step - 1 : n + 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((await look(middle)) < wanted) low = middle + 1;
        else high = middle;
      }
      console.log(`! ${Math.min(low, n)}`);
    }
  }
  process.exit();
}
main();
