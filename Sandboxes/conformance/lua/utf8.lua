for _ = 1, 2 do
  print(io.read())
end
print("žluťoučký kůň, καλημέρα, 日本語, 🙂")
