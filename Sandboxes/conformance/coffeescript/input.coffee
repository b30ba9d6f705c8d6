{createInterface} = require 'readline'

count = 0
last = null
createInterface input: process.stdin
  .on 'line', (line) ->
    count++
    last = line
  .on 'close', ->
    console.log count
    console.log last
