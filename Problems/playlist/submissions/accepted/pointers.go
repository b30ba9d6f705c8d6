package main

import (
	"bufio"
	"fmt"
	"os"
)

type song struct {
	number        int
	before, after *song
}

func (s *song) moveBehind(other *song) {
	s.before.after, s.after.before = s.after, s.before
	s.before, s.after = other, other.after
	s.before.after, s.after.before = s, s
}

func main() {
	input := bufio.NewReader(os.Stdin)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	var n, m, k int
	fmt.Fscan(input, &n, &m, &k)
	songs := make([]song, n+1)
	for number := range songs {
		s := &songs[number]
		*s = song{number, s, s}
		if number > 0 {
			s.moveBehind(&songs[number-1])
		}
	}
	for ; m > 0; m-- {
		var x, y int
		fmt.Fscan(input, &x, &y)
		songs[x].moveBehind(&songs[y])
	}
	for s := songs[0].after; k > 0; s, k = s.after, k-1 {
		fmt.Fprint(output, s.number, " ")
	}
	fmt.Fprintln(output)
}
