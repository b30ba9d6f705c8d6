// Prints an empty line where there is no way.
package main

import "fmt"

func main() {
	var height, width int
	fmt.Scan(&height, &width)
	maze := make([]string, height)
	queue := [][2]int{}
	for row := range maze {
		fmt.Scan(&maze[row])
		for column, cell := range maze[row] {
			if cell == 'S' {
				queue = append(queue, [2]int{row, column})
			}
		}
	}
	ways := map[[2]int]string{queue[0]: ""}
	for i := 0; i < len(queue); i++ {
		here := queue[i]
		if maze[here[0]][here[1]] == 'E' {
			fmt.Println(ways[here])
			return
		}
		for k, step := range [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
			next := [2]int{here[0] + step[0], here[1] + step[1]}
			if next[0] < 0 || next[0] >= height || next[1] < 0 || next[1] >= width || maze[next[0]][next[1]] == '#' {
				continue
			}
			if _, known := ways[next]; !known {
				ways[next] = ways[here] + "UDLR"[k:k+1]
				queue = append(queue, next)
			}
		}
	}
	fmt.Println()
}
