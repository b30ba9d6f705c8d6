typeset -A counts
while read -r word; do
    ((++counts[$word]))
done
print "${#counts[@]}"
print "${counts[judge]}"
