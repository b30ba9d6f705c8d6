from greeting import greet

greet("World")
