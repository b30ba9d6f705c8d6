set sum 0

proc add number {
    yield
    for {set i 0} {$i < 1000} {incr i} {
        incr ::sum $number
        yield
    }
}

for {set number 0} {$number < 4} {incr number} {
    coroutine task$number add $number
}
while {[info commands task*] ne ""} {
    foreach task [info commands task*] {
        $task
    }
}
puts $sum
