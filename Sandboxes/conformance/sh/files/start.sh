. ./greeting.sh

greet World
