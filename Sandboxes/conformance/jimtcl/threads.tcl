set sum 0
set running 4

proc add {number left} {
    incr ::sum $number
    if {$left > 1} {
        after 0 [list add $number [expr {$left - 1}]]
    } else {
        incr ::running -1
    }
}

for {set number 0} {$number < 4} {incr number} {
    after 0 [list add $number 1000]
}
while {$running > 0} {
    vwait running
}
puts $sum
