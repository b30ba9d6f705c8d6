package main

func main() {
	greet("World")
}
