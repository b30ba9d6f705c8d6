// @EXPECTED_RESULTS@: MEMORY-LIMIT
// A matrix of lengths: 900 million of them.
package main

import (
	"bufio"
	"fmt"
	"os"
)

var (
	lengths     [][]int
	best, count int
)

func walk(hut, before, length, paths int) (int, int, int) {
	end, far, many := hut, length, paths
	for other := 1; other < len(lengths); other++ {
		if more := lengths[hut][other]; more > 0 && other != before {
			if e, f, m := walk(other, hut, length+more, paths+1); f > far || f == far && m > many {
				end, far, many = e, f, m
			}
		}
	}
	return end, far, many
}

func main() {
	input := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(input, &n)
	lengths = make([][]int, n+1)
	for hut := range lengths {
		lengths[hut] = make([]int, n+1)
		for other := range lengths[hut] {
			lengths[hut][other] = -1
		}
	}
	for i := 1; i < n; i++ {
		var a, b, length int
		fmt.Fscan(input, &a, &b, &length)
		lengths[a][b], lengths[b][a] = length, length
	}
	end, _, _ := walk(1, 0, 0, 0)
	_, best, count = walk(end, 0, 0, 0)
	fmt.Println(best, count)
}
