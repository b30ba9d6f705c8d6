set print '-'
print system('cat')
print 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
