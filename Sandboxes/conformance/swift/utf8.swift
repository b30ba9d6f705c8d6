for _ in 0..<2 {
    print(readLine() ?? "")
}
print("žluťoučký kůň, καλημέρα, 日本語, 🙂")
