package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	scanner.Split(bufio.ScanWords)
	next := func() int {
		scanner.Scan()
		value, _ := strconv.Atoi(scanner.Text())
		return value
	}
	sum := 0
	for count := next(); count > 0; count-- {
		sum += next()
	}
	fmt.Println(sum)
}
