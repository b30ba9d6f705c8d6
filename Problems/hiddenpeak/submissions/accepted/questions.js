// Lines come as events; a promise for each makes it look like reading.
const lines = require("readline").createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function read() {
  return (await lines.next()).value;
}

async function height(mark) {
  console.log(`? ${mark}`);
  return Number(await read());
}

async function main() {
  let low = 1;
  let high = Number((await read()).split(" ")[0]);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((await height(middle)) < (await height(middle + 1))) low = middle + 1;
    else high = middle;
  }
  console.log(`! ${low}`);
  process.exit();
}

main();
