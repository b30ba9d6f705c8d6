package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var sum int64
	var group sync.WaitGroup
	for number := int64(0); number < 4; number++ {
		group.Add(1)
		go func(number int64) {
			defer group.Done()
			for i := 0; i < 1000; i++ {
				atomic.AddInt64(&sum, number)
			}
		}(number)
	}
	group.Wait()
	fmt.Println(sum)
}
