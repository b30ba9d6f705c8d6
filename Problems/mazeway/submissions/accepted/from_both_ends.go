// Searches from both ends in turn, until the two meet.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

type place struct{ row, column int }

type step struct {
	letter      byte
	down, right int
}

var steps = []step{{'U', -1, 0}, {'D', 1, 0}, {'L', 0, -1}, {'R', 0, 1}}

type search struct {
	border []place
	came   map[place]step
}

func newSearch(start place) *search {
	return &search{[]place{start}, map[place]step{start: {}}}
}

// widen goes one step from everywhere at the border, and returns a place that `other` has found, too.
func (s *search) widen(maze []string, other *search) (place, bool) {
	var border []place
	for _, here := range s.border {
		for _, step := range steps {
			next := place{here.row + step.down, here.column + step.right}
			if next.row < 0 || next.row >= len(maze) || next.column < 0 || next.column >= len(maze[0]) {
				continue
			}
			if _, known := s.came[next]; known || maze[next.row][next.column] == '#' {
				continue
			}
			s.came[next] = step
			if _, met := other.came[next]; met {
				return next, true
			}
			border = append(border, next)
		}
	}
	s.border = border
	return place{}, false
}

// back returns the letters of the way back from a place to where the search began.
func (s *search) back(here place) []byte {
	var letters []byte
	for step := s.came[here]; step.letter != 0; step = s.came[here] {
		letters = append(letters, step.letter)
		here = place{here.row - step.down, here.column - step.right}
	}
	return letters
}

func find(maze []string) string {
	var ends [2]*search
	for row, line := range maze {
		for i, cell := range "SE" {
			if column := strings.IndexRune(line, cell); column >= 0 {
				ends[i] = newSearch(place{row, column})
			}
		}
	}
	for turn := 0; len(ends[turn].border) > 0; turn = 1 - turn {
		middle, met := ends[turn].widen(maze, ends[1-turn])
		if !met {
			continue
		}
		first, second := ends[0].back(middle), ends[1].back(middle)
		for i, j := 0, len(first)-1; i < j; i, j = i+1, j-1 {
			first[i], first[j] = first[j], first[i]
		}
		turned := strings.NewReplacer("U", "D", "D", "U", "L", "R", "R", "L")
		return string(first) + turned.Replace(string(second))
	}
	return "NONE"
}

func main() {
	input := bufio.NewReader(os.Stdin)
	var height, width int
	fmt.Fscan(input, &height, &width)
	maze := make([]string, height)
	for row := range maze {
		fmt.Fscan(input, &maze[row])
	}
	fmt.Println(find(maze))
}
