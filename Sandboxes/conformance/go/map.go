package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	counts := map[string]int{}
	for scanner.Scan() {
		counts[scanner.Text()]++
	}
	fmt.Println(len(counts))
	fmt.Println(counts["judge"])
}
