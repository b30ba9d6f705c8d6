// Presses no more than two switches.
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
	var numbers []uint64
	var largest uint64
	for i := 0; i < n; i++ {
		var number uint64
		fmt.Fscan(input, &number)
		numbers = append(numbers, number)
		for _, other := range numbers {
			if sum := number ^ other; sum > largest {
				largest = sum
			}
		}
		if number > largest {
			largest = number
		}
	}
	fmt.Println(largest)
}
