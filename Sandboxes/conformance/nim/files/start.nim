import greeting

greet "World"
