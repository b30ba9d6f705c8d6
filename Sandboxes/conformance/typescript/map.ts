import * as fs from 'fs';

const counts = new Map<string, number>();
for (const word of fs.readFileSync(0, 'utf8').trim().split(/\s+/)) {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
console.log(counts.size);
console.log(counts.get('judge'));
