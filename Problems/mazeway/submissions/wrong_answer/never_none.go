// Prints an empty line where there is no way.
package main

import "fmt"

type place struct{ row, column int }

func main() {
	var height, width int
	fmt.Scan(&height, &width)
	maze := make([]string, height)
	var queue []place
	var end place
	for row := range maze {
		fmt.Scan(&maze[row])
		for column, cell := range maze[row] {
			switch cell {
			case 'S':
				queue = append(queue, place{row, column})
			case 'E':
				end = place{row, column}
			}
		}
	}
	steps := map[byte]place{'U': {-1, 0}, 'D': {1, 0}, 'L': {0, -1}, 'R': {0, 1}}
	came := map[place]byte{queue[0]: 0}
	for i := 0; i < len(queue); i++ {
		for letter, step := range steps {
			next := place{queue[i].row + step.row, queue[i].column + step.column}
			if next.row < 0 || next.row >= height || next.column < 0 || next.column >= width {
				continue
			}
			if _, known := came[next]; !known && maze[next.row][next.column] != '#' {
				came[next] = letter
				queue = append(queue, next)
			}
		}
	}
	var way []byte
	for letter := came[end]; letter != 0; letter = came[end] {
		way = append(way, letter)
		end = place{end.row - steps[letter].row, end.column - steps[letter].column}
	}
	for i, j := 0, len(way)-1; i < j; i, j = i+1, j-1 {
		way[i], way[j] = way[j], way[i]
	}
	fmt.Println(string(way))
}
