// Sorts beginnings and ends each by themselves: a block lasts as long as more meetings have begun than ended.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

type span struct{ begin, end int }

func main() {
	input := bufio.NewReader(os.Stdin)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	var n int
	fmt.Fscan(input, &n)
	begins, ends := make([]int, n), make([]int, n)
	for i := range begins {
		fmt.Fscan(input, &begins[i], &ends[i])
	}
	sort.Ints(begins)
	sort.Ints(ends)
	var blocks []span
	minutes, first := 0, 0
	for i, end := range ends {
		if i+1 == n || begins[i+1] > end {
			blocks = append(blocks, span{begins[first], end})
			minutes += end - begins[first]
			first = i + 1
		}
	}
	fmt.Fprintln(output, len(blocks), minutes)
	for _, block := range blocks {
		fmt.Fprintln(output, block.begin, block.end)
	}
}
