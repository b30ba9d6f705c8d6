foreach i (1 2)
    set line = "$<"
    echo "$line"
end
echo 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
