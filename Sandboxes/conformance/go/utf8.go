package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	for i := 0; i < 2 && scanner.Scan(); i++ {
		fmt.Println(scanner.Text())
	}
	fmt.Println("žluťoučký kůň, καλημέρα, 日本語, 🙂")
}
