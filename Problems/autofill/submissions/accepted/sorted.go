// Words with a common beginning stand side by side in the alphabet; a sparse table has the best of each part.
package main

import (
	"bufio"
	"fmt"
	"math/bits"
	"os"
	"sort"
	"strings"
)

type word struct {
	text       string
	popularity int
}

// better returns the more popular word, or the first of both.
func better(a, b word) word {
	if b.popularity > a.popularity {
		return b
	}
	return a
}

// parts[k][i] is the best of the words from i up to i + 2^k.
type parts [][]word

func newParts(words []word) parts {
	p := parts{words}
	for half := 1; 2*half <= len(words); half *= 2 {
		last := p[len(p)-1]
		next := make([]word, len(words)-2*half+1)
		for i := range next {
			next[i] = better(last[i], last[i+half])
		}
		p = append(p, next)
	}
	return p
}

func (p parts) best(from, to int) word {
	k := bits.Len(uint(to-from)) - 1
	return better(p[k][from], p[k][to-1<<k])
}

func main() {
	input := bufio.NewReader(os.Stdin)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	var n, q int
	fmt.Fscan(input, &n)
	words := make([]word, n)
	for i := range words {
		fmt.Fscan(input, &words[i].text, &words[i].popularity)
	}
	sort.Slice(words, func(i, j int) bool { return words[i].text < words[j].text })
	p := newParts(words)
	fmt.Fscan(input, &q)
	for ; q > 0; q-- {
		var beginning string
		fmt.Fscan(input, &beginning)
		from := sort.Search(n, func(i int) bool { return words[i].text >= beginning })
		count := sort.Search(n-from, func(i int) bool { return !strings.HasPrefix(words[from+i].text, beginning) })
		if count == 0 {
			fmt.Fprintln(output, "-")
		} else {
			fmt.Fprintln(output, p.best(from, from+count).text)
		}
	}
}
