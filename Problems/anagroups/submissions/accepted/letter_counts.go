// An array of counts can be the key of a map: nothing has to be sorted.
package main

import (
	"bufio"
	"fmt"
	"os"
)

type letters [26]byte

type group struct {
	first string
	size  int
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Scan()
	known := map[letters]*group{}
	var groups []*group
	for input.Scan() {
		word := input.Text()
		var key letters
		for _, letter := range word {
			key[letter-'a']++
		}
		g, ok := known[key]
		if !ok {
			g = &group{first: word}
			known[key] = g
			groups = append(groups, g)
		}
		g.size++
	}
	largest := groups[0]
	for _, g := range groups {
		if g.size > largest.size {
			largest = g
		}
	}
	fmt.Println(len(groups), largest.size, largest.first)
}
