{readFileSync} = require 'fs'

[count, values...] = readFileSync(0, 'utf8').trim().split('\n').map Number
values.sort (a, b) -> a - b
console.log values.join '\n'
