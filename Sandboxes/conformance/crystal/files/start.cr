require "./greeting"

greet "World"
