let lines = readfile('/dev/stdin')
let sum = 0
for value in lines[1:]
    let sum += value
endfor
call writefile([sum], '/dev/stdout')
