// A ring of 1,000 places was thought to be enough.
package main

import "fmt"

func main() {
	var capacity int
	fmt.Scan(&capacity)
	var keys [1000]string
	values := map[string]string{}
	count := 0
	for {
		var verb, key, value string
		fmt.Scan(&verb)
		if verb == "quit" {
			return
		}
		fmt.Scan(&key)
		at := 0
		for at < count && keys[at] != key {
			at++
		}
		known := at < count
		if verb == "get" && !known {
			fmt.Println("none")
			continue
		}
		if known {
			copy(keys[at:count], keys[at+1:count])
			count--
		}
		switch verb {
		case "drop":
			delete(values, key)
			continue
		case "get":
			fmt.Println(values[key])
		case "put":
			fmt.Scan(&value)
			if count == capacity {
				delete(values, keys[0])
				copy(keys[:count], keys[1:count])
				count--
			}
			values[key] = value
		}
		keys[count] = key
		count++
	}
}
