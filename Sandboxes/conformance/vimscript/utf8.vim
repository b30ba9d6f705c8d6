let lines = readfile('/dev/stdin') + ['žluťoučký kůň, καλημέρα, 日本語, 🙂']
call writefile(lines, '/dev/stdout')
