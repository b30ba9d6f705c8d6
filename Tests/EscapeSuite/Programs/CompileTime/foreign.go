// Has another compiler run with options of its own, and the linker write where it likes.
package main

// #cgo CFLAGS: -fplugin=/box/escape.so -wrapper /bin/sh,-c,id
// #cgo LDFLAGS: -Wl,-o,/tmp/escape
// #include "/etc/shadow"
import "C"

//go:generate sh -c "cat /etc/shadow"
//go:linkname main.escape runtime.escape

func main() {
}
