// What a solution in TypeScript may do besides computing: files, time, memory.
import * as fs from 'fs';
const text: string = fs.readFileSync(0, 'utf8');
fs.writeFileSync('/tmp/text', text.slice(0, 10));
const table = new Map<number, string>();
for (let number = 0; number < 1000000; number++) table.set(number, String(number));
setTimeout(() => console.log('done', table.size), 1);
