package main

// Takes memory without end.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
func main() {
	var numbers []int
	for number := 0; ; number++ {
		numbers = append(numbers, number)
	}
}
