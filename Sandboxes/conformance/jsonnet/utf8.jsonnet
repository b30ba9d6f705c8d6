(importstr '/dev/stdin') + 'žluťoučký kůň, καλημέρα, 日本語, 🙂\n'
