{readFileSync} = require 'fs'

[first, second] = readFileSync(0, 'utf8').split '\n'
console.log first
console.log second
console.log 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
