f = open("/dev/stdin");
write, format="%s\n", rdline(f, 2);
write, format="%s\n", "žluťoučký kůň, καλημέρα, 日本語, 🙂";
