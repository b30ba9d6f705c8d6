// Go's stacks grow: it may go as deep as the mountains are wide.
package main

import (
	"bufio"
	"fmt"
	"os"
)

type way struct{ length, paths int }

func (w way) longer(other way) bool {
	return w.length > other.length || w.length == other.length && w.paths > other.paths
}

type path struct{ to, length int }

type huts struct {
	paths [][]path
	best  way
}

// deepest returns the longest way down from a hut, and remembers the longest that has its highest point there.
func (h *huts) deepest(hut, before int) way {
	var first, second way
	for _, p := range h.paths[hut] {
		if p.to == before {
			continue
		}
		branch := h.deepest(p.to, hut)
		branch.length += p.length
		branch.paths++
		if branch.longer(first) {
			first, second = branch, first
		} else if branch.longer(second) {
			second = branch
		}
	}
	if whole := (way{first.length + second.length, first.paths + second.paths}); whole.longer(h.best) {
		h.best = whole
	}
	return first
}

func main() {
	input := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(input, &n)
	h := huts{paths: make([][]path, n+1)}
	for i := 1; i < n; i++ {
		var a, b, length int
		fmt.Fscan(input, &a, &b, &length)
		h.paths[a] = append(h.paths[a], path{b, length})
		h.paths[b] = append(h.paths[b], path{a, length})
	}
	h.deepest(1, 0)
	fmt.Println(h.best.length, h.best.paths)
}
