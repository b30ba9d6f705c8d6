package main

import (
	"fmt"
	"time"
)

// Waits on the clock and burns no CPU time.
func main() {
	var a, b int64
	fmt.Scan(&a, &b)
	time.Sleep(10 * time.Minute)
	fmt.Println(a + b)
}
