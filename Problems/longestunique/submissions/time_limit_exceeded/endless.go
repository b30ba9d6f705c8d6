package main

// Never comes to an end.
func main() {
	for {
	}
}
