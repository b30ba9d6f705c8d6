// Halves the exponent instead of the length: the same relative error for short and for long pieces, after few rounds.
package main

import (
	"bufio"
	"fmt"
	"math"
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
	low, high := math.Log(0.5e-9), math.Log(1.1e9)
	for i := 0; i < 45; i++ {
		middle := (low + high) / 2
		length, count := math.Exp(middle), 0.0
		for _, wire := range wires {
			count += math.Floor(wire / length)
		}
		if count >= float64(k) {
			low = middle
		} else {
			high = middle
		}
	}
	fmt.Println(math.Exp(low))
}
