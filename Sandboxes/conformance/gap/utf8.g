input := InputTextFile("/dev/stdin");
output := OutputTextUser();
WriteAll(output, ReadLine(input));
WriteAll(output, ReadLine(input));
WriteAll(output, "žluťoučký kůň, καλημέρα, 日本語, 🙂\n");
