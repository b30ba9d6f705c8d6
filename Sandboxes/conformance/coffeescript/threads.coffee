total = (number) ->
  sum = 0
  for [1..1000]
    sum += number
    await null
  sum

Promise.all(total number for number in [0..3]).then (sums) ->
  console.log sums.reduce (a, b) -> a + b
