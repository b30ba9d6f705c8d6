{readFileSync} = require 'fs'

counts = new Map
for word in readFileSync(0, 'utf8').trim().split '\n'
  counts.set word, (counts.get(word) ? 0) + 1
console.log counts.size
console.log counts.get 'judge'
