package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

type part struct {
	letter byte
	factor int
	inner  *sequence
}

type sequence struct {
	parts  []part
	ends   []int
	length int
}

func (s *sequence) add(p part, length int) {
	s.length += p.factor * length
	s.parts = append(s.parts, p)
	s.ends = append(s.ends, s.length)
}

// parse reads a sequence up to its parenthesis or the end, and returns what follows.
func parse(text string) (*sequence, string) {
	s := &sequence{}
	for text != "" && text[0] != ')' {
		if text[0] >= 'a' {
			s.add(part{text[0], 1, nil}, 1)
			text = text[1:]
			continue
		}
		factor := 0
		for ; text[0] != '('; text = text[1:] {
			factor = factor*10 + int(text[0]-'0')
		}
		inner, rest := parse(text[1:])
		s.add(part{0, factor, inner}, inner.length)
		text = rest[1:]
	}
	return s, text
}

func (s *sequence) at(position int) byte {
	for {
		position %= s.length
		k := sort.SearchInts(s.ends, position+1)
		if k > 0 {
			position -= s.ends[k-1]
		}
		if s.parts[k].inner == nil {
			return s.parts[k].letter
		}
		s = s.parts[k].inner
	}
}

func main() {
	input := bufio.NewReader(os.Stdin)
	var text string
	var q, position int
	fmt.Fscan(input, &text, &q)
	whole, _ := parse(text)
	letters := make([]byte, q)
	for i := range letters {
		fmt.Fscan(input, &position)
		letters[i] = whole.at(position - 1)
	}
	fmt.Println(string(letters))
}
