while {[gets stdin word] >= 0} {
    dict incr counts $word
}
puts [dict size $counts]
puts [dict get $counts judge]
