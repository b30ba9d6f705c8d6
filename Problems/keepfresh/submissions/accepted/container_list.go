// The list of the standard library, and a map into it.
package main

import (
	"bufio"
	"container/list"
	"fmt"
	"os"
	"strings"
)

type entry struct{ key, value string }

type cache struct {
	capacity int
	entries  *list.List
	places   map[string]*list.Element
}

func (c *cache) get(key string) (string, bool) {
	place, ok := c.places[key]
	if !ok {
		return "", false
	}
	c.entries.MoveToFront(place)
	return place.Value.(*entry).value, true
}

func (c *cache) put(key, value string) {
	if _, ok := c.get(key); ok {
		c.places[key].Value.(*entry).value = value
		return
	}
	if c.entries.Len() == c.capacity {
		c.drop(c.entries.Back().Value.(*entry).key)
	}
	c.places[key] = c.entries.PushFront(&entry{key, value})
}

func (c *cache) drop(key string) {
	if place, ok := c.places[key]; ok {
		c.entries.Remove(place)
		delete(c.places, key)
	}
}

func main() {
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	input := bufio.NewScanner(os.Stdin)
	input.Scan()
	c := &cache{entries: list.New(), places: map[string]*list.Element{}}
	fmt.Sscan(input.Text(), &c.capacity)
	for input.Scan() {
		words := strings.Fields(input.Text())
		switch words[0] {
		case "put":
			c.put(words[1], words[2])
		case "drop":
			c.drop(words[1])
		case "get":
			value, ok := c.get(words[1])
			if !ok {
				value = "none"
			}
			fmt.Fprintln(output, value)
		case "quit":
			return
		}
	}
}
