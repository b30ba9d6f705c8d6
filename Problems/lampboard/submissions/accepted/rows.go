// Gauss's elimination, column by column, as with any matrix.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	input := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(input, &n)
	rows := make([]uint64, n)
	for i := range rows {
		fmt.Fscan(input, &rows[i])
	}
	rank := 0
	for column := uint64(1) << 59; column > 0; column >>= 1 {
		pivot := rank
		for pivot < n && rows[pivot]&column == 0 {
			pivot++
		}
		if pivot == n {
			continue
		}
		rows[rank], rows[pivot] = rows[pivot], rows[rank]
		for i := range rows {
			if i != rank && rows[i]&column != 0 {
				rows[i] ^= rows[rank]
			}
		}
		rank++
	}
	// Every pivot is in one row only: all of them together are the most.
	var largest uint64
	for _, row := range rows[:rank] {
		largest ^= row
	}
	fmt.Println(largest)
}
