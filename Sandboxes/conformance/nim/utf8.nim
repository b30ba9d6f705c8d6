for _ in 1 .. 2:
  echo stdin.readLine
echo "žluťoučký kůň, καλημέρα, 日本語, 🙂"
