// Sends L, R, B and N for the children that there are.
package main

import "fmt"

func main() {
	var task, message string
	var n int
	fmt.Scan(&task)
	if task == "unpack" {
		fmt.Scan(&message)
		fmt.Println(len(message))
		return
	}
	fmt.Scan(&n)
	for ; n > 0; n-- {
		var left, right int
		fmt.Scan(&left, &right)
		switch {
		case left > 0 && right > 0:
			message += "B"
		case left > 0:
			message += "L"
		case right > 0:
			message += "R"
		default:
			message += "N"
		}
	}
	fmt.Println(message)
}
