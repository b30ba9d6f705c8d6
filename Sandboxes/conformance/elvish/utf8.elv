from-lines | each $echo~
echo 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
