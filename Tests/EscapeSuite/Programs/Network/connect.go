// Calls the host's own listener and the cloud's metadata, and listens itself, by a runtime that makes its own calls.
package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
	"time"
)

func tell(name string, err error) {
	var number syscall.Errno
	if err == nil {
		fmt.Println(name, "REACHED")
	} else if errors.As(err, &number) {
		fmt.Println(name, number)
	} else {
		fmt.Println(name, "failed")
	}
}

func main() {
	_, err := net.DialTimeout("tcp", "127.0.0.1:"+os.Args[1], time.Second)
	tell("loopback", err)
	_, err = net.DialTimeout("tcp", "169.254.169.254:80", time.Second)
	tell("metadata", err)
	_, err = net.Listen("tcp", ":0")
	tell("listen", err)
	_, err = net.ListenPacket("udp", ":0")
	tell("datagram", err)
	_, err = net.Listen("unix", "/tmp/escape")
	tell("path", err)
	_, err = syscall.Socket(syscall.AF_NETLINK, syscall.SOCK_RAW, 0)
	tell("netlink", err)
}
