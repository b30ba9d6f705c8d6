say(stdin().get);
say(stdin().get);
say('žluťoučký kůň, καλημέρα, 日本語, 🙂');
