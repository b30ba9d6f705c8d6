line = 'x'.repeat 99
console.log line for [1..100000]
return
