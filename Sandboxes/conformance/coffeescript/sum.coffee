{readFileSync} = require 'fs'

[count, values...] = readFileSync(0, 'utf8').split('\n').map Number
sum = 0
sum += values[i] for i in [0...count]
console.log sum
