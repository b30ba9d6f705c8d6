foreach(readstr("/dev/stdin"), line, print(line));
print("žluťoučký kůň, καλημέρα, 日本語, 🙂");
