say depth(100000)
exit

depth: procedure
    parse arg n
    if n = 0 then return 0
    return 1 + depth(n - 1)
