# The shell splits no string into its characters by itself, so grep does. In the box's locale a character is a code point.
IFS= read -r line
mapfile -t characters < <(grep -o . <<<"$line")
declare -A next
start=0 best=0 position=0
for character in "${characters[@]}"; do
    behind=${next["$character"]:-0} next["$character"]=$((++position))
    if ((behind > start)); then
        start=$behind
    elif ((position - start > best)); then
        best=$((position - start))
    fi
done
echo "$best"
