package main

// Exit code 2: nobody recovers from the panic.
func main() {
	panic("nothing to look at")
}
