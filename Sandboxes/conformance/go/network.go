package main

import (
	"fmt"
	"net"
)

func main() {
	if _, err := net.Dial("tcp", "192.0.2.1:80"); err != nil {
		fmt.Println("no network")
	}
}
