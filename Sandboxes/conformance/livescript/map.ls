require! fs: {read-file-sync}

counts = new Map
for word in read-file-sync 0, \utf8 .trim!.split '\n'
  counts.set word, (counts.get(word) ? 0) + 1
console.log counts.size
console.log counts.get \judge
