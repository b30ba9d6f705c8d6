// sort.Search finds the first mark from which it goes down, if it only once changes from up to down. It may change more
// often, but a place where it does is what the search ends with in any case.
package main

import (
	"fmt"
	"sort"
)

func height(mark int) int {
	fmt.Println("?", mark)
	var answer int
	fmt.Scan(&answer)
	return answer
}

func main() {
	var n, q int
	fmt.Scan(&n, &q)
	before := sort.Search(n-1, func(i int) bool { return height(i+1) > height(i+2) })
	fmt.Println("!", before+1)
}
