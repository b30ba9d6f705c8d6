do 2
    parse pull line
    say line
end
say 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
