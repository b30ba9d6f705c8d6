for i = 1:2
  puts(fgets(stdin));
end
puts("žluťoučký kůň, καλημέρα, 日本語, 🙂\n");
