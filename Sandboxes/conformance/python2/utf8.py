# -*- coding: utf-8 -*-
for _ in range(2):
    print raw_input()
print "žluťoučký kůň, καλημέρα, 日本語, 🙂"
