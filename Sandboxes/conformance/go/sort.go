package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var count int
	fmt.Fscan(in, &count)
	values := make([]int, count)
	for i := range values {
		fmt.Fscan(in, &values[i])
	}
	sort.Ints(values)
	for _, value := range values {
		fmt.Fprintln(out, value)
	}
}
