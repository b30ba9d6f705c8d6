var counts = [&]
from-lines | each {|word|
    if (has-key $counts $word) {
        set counts[$word] = (+ $counts[$word] 1)
    } else {
        set counts[$word] = 1
    }
}
echo (count $counts)
echo $counts[judge]
