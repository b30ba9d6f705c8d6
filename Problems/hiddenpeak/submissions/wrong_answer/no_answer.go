// Ends without an answer.
package main

import "fmt"

func main() {
	var n, q, height int
	fmt.Scan(&n, &q)
	fmt.Println("?", n)
	fmt.Scan(&height)
}
