for i = 1 to 2
    line input "" line$
    print line$
next
print "žluťoučký kůň, καλημέρα, 日本語, 🙂"
