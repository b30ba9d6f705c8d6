blocks = []
while true
  blocks.push new Array(131072).fill 0.5
