use ./greeting

greeting:greet World
