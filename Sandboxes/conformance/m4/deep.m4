define(`depth', `ifelse($1, 0, 0, `eval(1 + $0(decr($1)))')')dnl
depth(100000)
