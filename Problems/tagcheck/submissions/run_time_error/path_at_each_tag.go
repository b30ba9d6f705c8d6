// @EXPECTED_RESULTS@: MEMORY-LIMIT
// Keeps at every tag a copy of all the names that are open there.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	text, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	paths := []string{""}
	positions := []int{0}
	deepest := 0
	for start := strings.Index(text, "<"); start < len(text); {
		if start < 0 {
			break
		}
		name := text[start+1 : start+strings.Index(text[start:], ">")]
		last := paths[len(paths)-1]
		switch {
		case name[0] == '/':
			if !strings.HasSuffix(last, "<"+name[1:]) {
				fmt.Println("wrong", start+1)
				return
			}
			paths = paths[:len(paths)-1]
			positions = positions[:len(positions)-1]
		case name[len(name)-1] == '/':
			if len(paths) > deepest {
				deepest = len(paths)
			}
		default:
			paths = append(paths, last+"<"+name)
			positions = append(positions, start+1)
			if len(paths)-1 > deepest {
				deepest = len(paths) - 1
			}
		}
		next := strings.Index(text[start+1:], "<")
		if next < 0 {
			break
		}
		start += 1 + next
	}
	if len(paths) > 1 {
		fmt.Println("open", positions[len(positions)-1])
	} else {
		fmt.Println("ok", deepest)
	}
}
