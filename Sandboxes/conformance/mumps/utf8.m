utf8
 new line,i
 for i=1:1:2 read line write line,!
 write "žluťoučký kůň, καλημέρα, 日本語, 🙂",!
 quit
