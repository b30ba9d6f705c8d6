// Has the compiler put files of the host into the program.
package main

import (
	_ "embed"
	"fmt"
)

//go:embed /etc/shadow
var secret string

//go:embed ../../etc/passwd
var other string

func main() {
	fmt.Print(secret, other)
}
