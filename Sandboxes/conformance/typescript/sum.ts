import * as fs from 'fs';

const [count, ...values] = fs.readFileSync(0, 'utf8').split('\n');
let sum = 0;
for (let i = 0; i < Number(count); i++) sum += Number(values[i]);
console.log(sum);
