proc greet() {.deprecated: "greet otherwise".} =
  echo "Hello, World!"

greet()
