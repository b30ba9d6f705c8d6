for (var i = 0; i < 2; i++) print(readline());
print('žluťoučký kůň, καλημέρα, 日本語, 🙂');
