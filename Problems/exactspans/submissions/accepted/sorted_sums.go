// Without a map: puts the sums in order, and walks along them with two fingers that are s apart.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

type sum struct{ value, place int }

// pairs counts the pairs of a sum in `starts` and one in `ends` that comes later in the list.
func pairs(starts, ends []sum) int {
	count, before := 0, 0
	for _, end := range ends {
		for before < len(starts) && starts[before].place < end.place {
			before++
		}
		count += before
	}
	return count
}

func main() {
	input := bufio.NewReader(os.Stdin)
	var n, wanted int
	fmt.Fscan(input, &n, &wanted)
	sums := make([]sum, n+1)
	for i := 1; i <= n; i++ {
		var number int
		fmt.Fscan(input, &number)
		sums[i] = sum{sums[i-1].value + number, i}
	}
	sort.Slice(sums, func(i, j int) bool {
		a, b := sums[i], sums[j]
		return a.value < b.value || a.value == b.value && a.place < b.place
	})
	// Runs of equal values; within each the places rise.
	var runs [][]sum
	for from := 0; from < len(sums); {
		to := from
		for to < len(sums) && sums[to].value == sums[from].value {
			to++
		}
		runs = append(runs, sums[from:to])
		from = to
	}
	count, other := 0, 0
	for _, run := range runs {
		target := run[0].value - wanted
		for other < len(runs) && runs[other][0].value < target {
			other++
		}
		if other < len(runs) && runs[other][0].value == target {
			count += pairs(runs[other], run)
		}
	}
	fmt.Println(count)
}
