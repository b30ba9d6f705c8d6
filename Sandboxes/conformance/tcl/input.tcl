set count 0
while {[gets stdin line] >= 0} {
    incr count
    set last $line
}
puts $count
puts $last
