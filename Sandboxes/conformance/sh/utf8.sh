for i in 1 2; do
    IFS= read -r line
    printf '%s\n' "$line"
done
echo 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
