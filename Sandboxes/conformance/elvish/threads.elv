fn add {|number|
    var sum = 0
    range 1000 | each {|i| set sum = (+ $sum $number) }
    put $sum
}

echo (+ (peach $add~ [(range 4)]))
