read -r n sum
read -r -a numbers
declare -A positions
for ((i = 0; i < n; i++)); do
    other=${positions[$((sum - numbers[i]))]}
    if [[ $other ]]; then
        echo "$other $((i + 1))"
        exit
    fi
    positions[${numbers[i]}]=$((i + 1))
done
echo IMPOSSIBLE
