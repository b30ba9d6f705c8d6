package main

var counter uint32

func main() {
	for {
		counter++
	}
}
