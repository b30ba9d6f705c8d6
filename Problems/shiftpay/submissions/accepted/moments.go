// Goes through all beginnings and ends in order, and carries the best sum along; no search is needed.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

type moment struct {
	time    int
	isStart bool
	shift   int
}

func main() {
	input := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(input, &n)
	pay := make([]int, n)
	var moments []moment
	for i := range pay {
		var begin, end int
		fmt.Fscan(input, &begin, &end, &pay[i])
		moments = append(moments, moment{begin, true, i}, moment{end, false, i})
	}
	// What ends comes before what begins at the same time.
	sort.Slice(moments, func(i, j int) bool {
		a, b := moments[i], moments[j]
		if a.time != b.time {
			return a.time < b.time
		}
		return !a.isStart && b.isStart
	})
	best := 0
	sum := make([]int, n)
	for _, m := range moments {
		if m.isStart {
			sum[m.shift] = best + pay[m.shift]
		} else if sum[m.shift] > best {
			best = sum[m.shift]
		}
	}
	fmt.Println(best)
}
