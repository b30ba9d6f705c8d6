package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var n, m int
	fmt.Fscan(in, &n, &m)
	after := make([][]int, n+1)
	waiting := make([]int, n+1)
	for i := 0; i < m; i++ {
		var a, b int
		fmt.Fscan(in, &a, &b)
		after[a] = append(after[a], b)
		waiting[b]++
	}
	order := make([]int, 0, n)
	for task := 1; task <= n; task++ {
		if waiting[task] == 0 {
			order = append(order, task)
		}
	}
	for done := 0; done < len(order); done++ {
		for _, other := range after[order[done]] {
			if waiting[other]--; waiting[other] == 0 {
				order = append(order, other)
			}
		}
	}
	if len(order) < n {
		fmt.Fprintln(out, "IMPOSSIBLE")
		return
	}
	for _, task := range order {
		fmt.Fprintln(out, task)
	}
}
