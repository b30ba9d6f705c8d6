package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

var input = bufio.NewReader(os.Stdin)

func look(card int) int {
	fmt.Println("?", card)
	var number int
	fmt.Fscan(input, &number)
	return number
}

// sampled returns the cards on the note.
func sampled(n, m int) []int {
	step := (n + m) / (m + 1)
	var cards []int
	for card := step; card <= n && len(cards) < m; card += step {
		cards = append(cards, card)
	}
	return cards
}

func day(n, m int) {
	cards := sampled(n, m)
	words := []any{"note", len(cards)}
	for _, card := range cards {
		words = append(words, look(card))
	}
	fmt.Println(words...)
}

func night(n, m, questions int) {
	var count int
	fmt.Fscan(input, &count)
	note := make([]int, count)
	for i := range note {
		fmt.Fscan(input, &note[i])
	}
	cards := append(append([]int{0}, sampled(n, m)...), n+1)
	for ; questions > 0; questions-- {
		var wanted int
		fmt.Fscan(input, &wanted)
		k := sort.SearchInts(note, wanted)
		if k < count && note[k] == wanted {
			fmt.Println("!", cards[k+1])
			continue
		}
		low, high := cards[k]+1, cards[k+1]
		found := 0
		for low < high && found == 0 {
			middle := (low + high) / 2
			switch number := look(middle); {
			case number == wanted:
				found = middle
			case number < wanted:
				low = middle + 1
			default:
				high = middle
			}
		}
		fmt.Println("!", found)
	}
}

func main() {
	var task string
	var n, m, questions, p int
	fmt.Fscan(input, &task, &n, &m)
	if task == "day" {
		day(n, m)
		return
	}
	fmt.Fscan(input, &questions, &p)
	night(n, m, questions)
}
