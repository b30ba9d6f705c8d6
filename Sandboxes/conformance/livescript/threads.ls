total = (number) -> new Promise (resolve) ->
  sum = 0
  left = 1000
  add = ->
    sum += number
    if --left then set-immediate add else resolve sum
  add!

Promise.all [total number for number to 3] .then (sums) ->
  console.log sums.reduce (+)
