// One pass over the bytes, without a library.
package main

import (
	"bufio"
	"fmt"
	"os"
)

type tag struct {
	name     string
	position int
}

func check(text string) string {
	var open []tag
	deepest, start := 0, 0
	for i, c := range text {
		if c == '<' {
			start = i
		}
		if c != '>' {
			continue
		}
		name := text[start+1 : i]
		if name[0] == '/' {
			last := len(open) - 1
			if last < 0 || open[last].name != name[1:] {
				return fmt.Sprint("wrong ", start+1)
			}
			open = open[:last]
			continue
		}
		if len(open) >= deepest {
			deepest = len(open) + 1
		}
		if name[len(name)-1] != '/' {
			open = append(open, tag{name, start + 1})
		}
	}
	if len(open) > 0 {
		return fmt.Sprint("open ", open[len(open)-1].position)
	}
	return fmt.Sprint("ok ", deepest)
}

func main() {
	text, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	fmt.Println(check(text))
}
