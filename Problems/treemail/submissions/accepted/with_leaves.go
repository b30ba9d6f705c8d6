package main

import (
	"bufio"
	"fmt"
	"os"
)

type node struct{ left, right int }

type tree []node // the first node is at index 1

func (t tree) pack(output *bufio.Writer, number int) {
	if number == 0 {
		output.WriteByte('0')
		return
	}
	output.WriteByte('1')
	t.pack(output, t[number].left)
	t.pack(output, t[number].right)
}

// unpack adds a subtree, and returns the number of its root and what follows it in the message.
func (t *tree) unpack(message string) (int, string) {
	bit, rest := message[0], message[1:]
	if bit == '0' {
		return 0, rest
	}
	number := len(*t)
	*t = append(*t, node{})
	left, rest := t.unpack(rest)
	right, rest := t.unpack(rest)
	(*t)[number] = node{left, right}
	return number, rest
}

func main() {
	input := bufio.NewReader(os.Stdin)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	var task, message string
	var n int
	fmt.Fscan(input, &task)
	if task == "unpack" {
		fmt.Fscan(input, &message)
		t := make(tree, 1)
		t.unpack(message)
		fmt.Fprintln(output, len(t)-1)
		for _, node := range t[1:] {
			fmt.Fprintln(output, node.left, node.right)
		}
		return
	}
	fmt.Fscan(input, &n)
	t := make(tree, n+1)
	for number := 1; number <= n; number++ {
		fmt.Fscan(input, &t[number].left, &t[number].right)
	}
	t.pack(output, 1)
	fmt.Fprintln(output)
}
