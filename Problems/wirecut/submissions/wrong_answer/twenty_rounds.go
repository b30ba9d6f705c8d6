// Halves the range twenty times only.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	input := bufio.NewReader(os.Stdin)
	var n, k int
	fmt.Fscan(input, &n, &k)
	wires := make([]float64, n)
	for i := range wires {
		fmt.Fscan(input, &wires[i])
	}
	low, high := 0.0, 1e9+1
	for i := 0; i < 20; i++ {
		middle := (low + high) / 2
		count := 0
		for _, wire := range wires {
			count += int(wire / middle)
		}
		if count >= k {
			low = middle
		} else {
			high = middle
		}
	}
	fmt.Printf("%.9f\n", low)
}
