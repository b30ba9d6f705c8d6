printf -v line '%99s' ''
line=${line// /x}
for ((i = 0; i < 100000; i++)); do
    echo "$line"
done
