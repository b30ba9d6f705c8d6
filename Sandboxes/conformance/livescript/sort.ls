require! fs: {read-file-sync}

[count, ...values] = read-file-sync 0, \utf8 .trim!.split '\n' .map Number
values.sort (a, b) -> a - b
console.log values.join '\n'
