// What a solution in Go may do besides computing: goroutines, files, time, memory.
package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"time"
)

func main() {
	io.Copy(io.Discard, bufio.NewReader(os.Stdin))
	var group sync.WaitGroup
	results := make(chan int, 8)
	for number := 0; number < 8; number++ {
		group.Add(1)
		go func(number int) {
			defer group.Done()
			memory := make([]byte, 1<<22)
			for end := time.Now().Add(20 * time.Millisecond); time.Now().Before(end); {
				memory[number]++
			}
			results <- int(memory[number])
		}(number)
	}
	group.Wait()
	os.WriteFile("/tmp/text", []byte("text"), 0o600)
	os.Rename("/tmp/text", "/tmp/other")
	os.ReadDir("/tmp")
	os.MkdirAll("/tmp/one/two", 0o700)
	os.RemoveAll("/tmp/one")
	os.Remove("/tmp/other")
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	select {
	case <-signals:
	case <-time.After(time.Millisecond):
	}
	rand.Seed(time.Now().UnixNano())
	table := map[int]int{}
	for number := 0; number < 1000000; number++ {
		table[number] = rand.Int()
	}
	runtime.GC()
	fmt.Println("done", len(table))
}
