count=0
while IFS= read -r line; do
    ((++count))
    last=$line
done
printf '%s\n' "$count" "$last"
