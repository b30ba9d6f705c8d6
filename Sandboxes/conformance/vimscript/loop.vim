let counter = 0
while 1
    let counter += 1
endwhile
