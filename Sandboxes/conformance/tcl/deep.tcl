interp recursionlimit {} 200000

proc depth n {
    if {$n == 0} {
        return 0
    }
    expr {1 + [depth [expr {$n - 1}]]}
}

puts [depth 100000]
