package main

import "fmt"

func main() {
	fmt.Println("Hello, World!")
	panic("after the answer")
}
