set line = `printf '%99s' '' | tr ' ' x`
@ i = 0
while ($i < 100000)
    echo $line
    @ i++
end
