declare -A counts
while read -r word; do
    ((++counts[$word]))
done
echo "${#counts[@]}"
echo "${counts[judge]}"
