// By night it expects the numbers to be spread evenly between those on the note, and looks where they should be.
package main

import "fmt"

func look(card int) (number int) {
	fmt.Println("?", card)
	fmt.Scan(&number)
	return number
}

func main() {
	var task string
	var n, m, questions, p, count int
	fmt.Scan(&task, &n, &m)
	step := (n + m) / (m + 1)
	if task == "day" {
		note := []any{"note", 0}
		for card := step; card <= n && len(note) < m+2; card += step {
			note = append(note, look(card))
		}
		note[1] = len(note) - 2
		fmt.Println(note...)
		return
	}
	fmt.Scan(&questions, &p, &count)
	note := make([]int, count)
	for i := range note {
		fmt.Scan(&note[i])
	}
	for ; questions > 0; questions-- {
		var wanted int
		fmt.Scan(&wanted)
		low, below := 0, 0
		high, above := n+1, 1000000001
		for i, number := range note {
			if number <= wanted {
				low, below = (i+1)*step, number
			} else if number < above {
				high, above = (i+1)*step, number
			}
		}
		found := 0
		if below == wanted {
			found = low
		}
		for found == 0 && high-low > 1 {
			guess := low + int(float64(high-low)*float64(wanted-below)/float64(above-below))
			if guess <= low {
				guess = low + 1
			}
			if guess >= high {
				guess = high - 1
			}
			number := look(guess)
			if number == wanted {
				found = guess
			} else if number < wanted {
				low, below = guess, number
			} else {
				high, above = guess, number
			}
		}
		fmt.Println("!", found)
	}
}
