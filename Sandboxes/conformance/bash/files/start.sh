source ./greeting.sh

greet World
