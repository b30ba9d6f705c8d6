package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	count := 0
	last := ""
	for scanner.Scan() {
		count++
		last = scanner.Text()
	}
	fmt.Println(count)
	fmt.Println(last)
}
