// Remembers the sums of all pairs: 3.2 GB for 20,000 numbers.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n int
	var sum int64
	fmt.Fscan(in, &n, &sum)
	numbers := make([]int64, n)
	for i := range numbers {
		fmt.Fscan(in, &numbers[i])
	}
	rows := make([][]int64, n)
	for i := range rows {
		rows[i] = make([]int64, n)
		for j := range rows[i] {
			rows[i][j] = numbers[i] + numbers[j]
		}
	}
	for i := range rows {
		for j := i + 1; j < n; j++ {
			if rows[i][j] == sum {
				fmt.Println(i+1, j+1)
				return
			}
		}
	}
	fmt.Println("IMPOSSIBLE")
}
