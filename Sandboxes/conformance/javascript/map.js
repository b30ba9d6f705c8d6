const counts = new Map();
for (const word of require('fs').readFileSync(0, 'utf8').trim().split(/\s+/)) {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
console.log(counts.size);
console.log(counts.get('judge'));
