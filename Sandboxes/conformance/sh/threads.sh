add() {
    part=0
    i=0
    while [ "$i" -lt 1000 ]; do
        part=$((part + $1))
        i=$((i + 1))
    done
    echo "$part"
}

sum=0
for part in $(for number in 0 1 2 3; do add "$number" & done; wait); do
    sum=$((sum + part))
done
echo "$sum"
