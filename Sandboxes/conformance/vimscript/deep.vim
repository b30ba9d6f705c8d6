set maxfuncdepth=200000

function Depth(n)
    return a:n == 0 ? 0 : 1 + Depth(a:n - 1)
endfunction

call writefile([Depth(100000)], '/dev/stdout')
