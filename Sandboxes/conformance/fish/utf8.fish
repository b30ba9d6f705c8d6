for i in 1 2
    read line
    echo $line
end
echo 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
