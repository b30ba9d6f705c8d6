// @EXPECTED_RESULTS@: MEMORY-LIMIT
// A table of all pairs of shifts: 900 million of them.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

func main() {
	input := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(input, &n)
	type shift struct{ begin, end, pay int }
	shifts := make([]shift, n)
	for i := range shifts {
		fmt.Fscan(input, &shifts[i].begin, &shifts[i].end, &shifts[i].pay)
	}
	sort.Slice(shifts, func(i, j int) bool { return shifts[i].end < shifts[j].end })
	follows := make([][]bool, n)
	for k := range follows {
		follows[k] = make([]bool, n)
		for i := 0; i < k; i++ {
			follows[k][i] = shifts[i].end <= shifts[k].begin
		}
	}
	best := make([]int, n+1)
	for k := range shifts {
		before := k
		for before > 0 && !follows[k][before-1] {
			before--
		}
		best[k+1] = best[k]
		if sum := best[before] + shifts[k].pay; sum > best[k+1] {
			best[k+1] = sum
		}
	}
	fmt.Println(best[n])
}
