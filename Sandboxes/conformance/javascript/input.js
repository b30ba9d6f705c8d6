const readline = require('readline');

let count = 0;
let last = '';
readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    count++;
    last = line;
  })
  .on('close', () => {
    console.log(count);
    console.log(last);
  });
