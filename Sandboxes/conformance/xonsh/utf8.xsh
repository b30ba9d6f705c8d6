for _ in range(2):
    print(input())
print("žluťoučký kůň, καλημέρα, 日本語, 🙂")
