let counts = {}
for word in readfile('/dev/stdin')
    let counts[word] = get(counts, word) + 1
endfor
call writefile([len(counts), counts.judge], '/dev/stdout')
