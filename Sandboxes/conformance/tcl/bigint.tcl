set product 1
for {set n 2} {$n <= 50} {incr n} {
    set product [expr {$product * $n}]
}
puts $product
