source ./greeting.csh

greet World
