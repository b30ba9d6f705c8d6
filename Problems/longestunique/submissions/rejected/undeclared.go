package main

// @EXPECTED_RESULTS@: COMPILER-ERROR
func main() {
	println(longest)
}
