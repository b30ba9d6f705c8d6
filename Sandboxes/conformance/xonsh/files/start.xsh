source greeting.xsh

greet("World")
