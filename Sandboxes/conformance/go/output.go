package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	line := strings.Repeat("x", 99)
	for i := 0; i < 100000; i++ {
		fmt.Fprintln(out, line)
	}
}
