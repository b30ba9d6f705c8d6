line = 'x' * 99
for til 100000
  console.log line
