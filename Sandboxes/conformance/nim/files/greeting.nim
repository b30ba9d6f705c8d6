proc greet*(name: string) =
  echo "Hello, ", name, "!"
