let lines = readfile('/dev/stdin')
call writefile(sort(lines[1:], 'N'), '/dev/stdout')
