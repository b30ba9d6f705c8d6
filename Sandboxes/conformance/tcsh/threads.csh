alias add '@ part = 0; repeat 1000 eval "@ part += \!:1"; echo $part >/tmp/part.\!:1'

((add 0) & (add 1) & (add 2) & (add 3) & wait) >/dev/null

@ sum = 0
foreach part (`cat /tmp/part.*`)
    @ sum += $part
end
echo $sum
