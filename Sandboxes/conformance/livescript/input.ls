require! readline: {create-interface}

count = 0
last = null
create-interface input: process.stdin
  .on \line (line) ->
    count++
    last := line
  .on \close ->
    console.log count
    console.log last
