function Greet(name)
    call writefile(['Hello, ' .. a:name .. '!'], '/dev/stdout')
endfunction
