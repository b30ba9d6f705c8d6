source ./greeting.fish

greet World
