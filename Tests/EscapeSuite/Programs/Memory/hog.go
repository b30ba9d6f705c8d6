// Takes memory without end by a runtime that asks for far more than it uses.
package main

func main() {
	var held [][]byte
	for {
		block := make([]byte, 1<<20)
		for index := range block {
			block[index] = 1
		}
		held = append(held, block)
	}
}
