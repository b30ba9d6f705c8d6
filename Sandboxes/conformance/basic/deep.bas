print depth(100000)

sub depth(n)
    if n = 0 return 0
    return 1 + depth(n - 1)
end sub
