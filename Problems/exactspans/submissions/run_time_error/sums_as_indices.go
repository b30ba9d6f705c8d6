// An array in place of a map, with no room for sums below zero.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	input := bufio.NewReader(os.Stdin)
	var n, wanted, sum, count int
	fmt.Fscan(input, &n, &wanted)
	seen := make([]int, 1000000)
	seen[0] = 1
	for i := 0; i < n; i++ {
		var number int
		fmt.Fscan(input, &number)
		sum += number
		if before := sum - wanted; before >= 0 && before < len(seen) {
			count += seen[before]
		}
		seen[sum]++
	}
	fmt.Println(count)
}
