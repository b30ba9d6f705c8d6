add() {
    local sum=0
    for ((i = 0; i < 1000; i++)); do
        ((sum += $1))
    done
    echo "$sum"
}

sum=0
for part in $(for number in 0 1 2 3; do add "$number" & done; wait); do
    ((sum += part))
done
echo "$sum"
