set line (string repeat -n 99 x)
for i in (seq 100000)
    echo $line
end
