import * as fs from 'fs';

const words = fs.readFileSync(0, 'utf8').trim().split(/\s+/);
const values: number[] = words.slice(1).map(Number);
values.sort((a, b) => a - b);
console.log(values.join('\n'));
