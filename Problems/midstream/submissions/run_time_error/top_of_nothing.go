// Looks at the top of the second heap before anything is in it.
package main

import (
	"container/heap"
	"fmt"
	"sort"
)

type numbers struct{ sort.IntSlice }

func (n *numbers) Push(x any) { n.IntSlice = append(n.IntSlice, x.(int)) }

func (n *numbers) Pop() any {
	last := n.IntSlice[n.Len()-1]
	n.IntSlice = n.IntSlice[:n.Len()-1]
	return last
}

func main() {
	var n, number, sum int
	fmt.Scan(&n)
	small, large := &numbers{}, &numbers{}
	for i := 0; i < n; i++ {
		fmt.Scan(&number)
		if number < large.IntSlice[0] {
			heap.Push(small, -number)
		} else {
			heap.Push(large, number)
		}
		for small.Len() <= large.Len() {
			heap.Push(small, -heap.Pop(large).(int))
		}
		sum -= small.IntSlice[0]
	}
	fmt.Println(sum)
}
