greet("World")
