let block = repeat('x', 16)
while 1
    let block ..= block
endwhile
