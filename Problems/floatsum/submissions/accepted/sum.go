package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

func main() {
	words := bufio.NewScanner(os.Stdin)
	words.Split(bufio.ScanWords)
	words.Scan()
	sum := 0.0
	for words.Scan() {
		x, err := strconv.ParseFloat(words.Text(), 64)
		if err != nil {
			panic(err)
		}
		sum += x
	}
	fmt.Println(sum)
}
