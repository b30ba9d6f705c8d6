var counter = 0
while true:
  counter = (counter + 1) and 0xffff
