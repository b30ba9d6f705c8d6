package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, sum int64
	fmt.Fscan(in, &n, &sum)
	positions := map[int64]int64{}
	for position := int64(1); position <= n; position++ {
		var number int64
		fmt.Fscan(in, &number)
		if other, ok := positions[sum-number]; ok {
			fmt.Println(other, position)
			return
		}
		positions[number] = position
	}
	fmt.Println("IMPOSSIBLE")
}
