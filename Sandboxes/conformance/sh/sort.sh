read -r count
sort -n
