// Without heaps: all numbers are known beforehand, so a Fenwick tree over their order can count those that have come.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

type counts []int

func (c counts) add(rank int) {
	for ; rank < len(c); rank += rank & -rank {
		c[rank]++
	}
}

// find returns the smallest rank with at least k counted up to it.
func (c counts) find(k int) int {
	rank := 0
	for step := 1 << 16; step > 0; step /= 2 {
		if rank+step < len(c) && c[rank+step] < k {
			rank += step
			k -= c[rank]
		}
	}
	return rank + 1
}

func main() {
	input := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(input, &n)
	numbers := make([]int, n)
	for i := range numbers {
		fmt.Fscan(input, &numbers[i])
	}
	ordered := append([]int(nil), numbers...)
	sort.Ints(ordered)
	c := make(counts, n+1)
	sum := 0
	for i, number := range numbers {
		c.add(sort.SearchInts(ordered, number) + 1)
		sum += ordered[c.find((i+2)/2)-1]
	}
	fmt.Println(sum)
}
