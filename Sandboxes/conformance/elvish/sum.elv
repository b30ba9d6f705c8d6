var lines = [(from-lines)]
echo (+ (all $lines[1..]))
