require! fs: {read-file-sync}

[count, ...values] = read-file-sync 0, \utf8 .split '\n' .map Number
sum = 0
for i til count
  sum += values[i]
console.log sum
