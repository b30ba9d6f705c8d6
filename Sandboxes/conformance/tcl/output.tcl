set line [string repeat x 99]
for {set i 0} {$i < 100000} {incr i} {
    puts $line
}
