package main

import "fmt"

// Cuts every number down to an integer.
func main() {
	var n int
	fmt.Scan(&n)
	sum := 0
	for i := 0; i < n; i++ {
		var x float64
		fmt.Scan(&x)
		sum += int(x)
	}
	fmt.Println(sum)
}
