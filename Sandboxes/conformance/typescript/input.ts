import * as readline from 'readline';

let count = 0;
let last = '';
const lines = readline.createInterface({ input: process.stdin });
lines.on('line', (line: string) => {
  count++;
  last = line;
});
lines.on('close', () => {
  console.log(count);
  console.log(last);
});
