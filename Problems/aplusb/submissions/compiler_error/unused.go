// Go refuses a variable that nobody uses.
// @EXPECTED_RESULTS@: COMPILER-ERROR
package main

import "fmt"

func main() {
	var a, b int64
	unused := 7
	fmt.Scan(&a, &b)
	fmt.Println(a + b)
}
