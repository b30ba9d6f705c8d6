import greeting

greet("World")
