// The core of go-judge, the module github.com/criyle/go-sandbox: runs the program that its argument names in a container
// that is kept, once for each line of standard input, and answers with the line that the program wrote. After each run the
// container is reset. sandbox.sh builds it beside a checkout of the module; `assay bench hello --beside` asks it.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"syscall"

	"github.com/criyle/go-sandbox/container"
	"github.com/criyle/go-sandbox/pkg/mount"
	"github.com/criyle/go-sandbox/runner"
)

// Who programs are where we are root: not root.
type nobody struct{}

func (nobody) Get() syscall.Credential { return syscall.Credential{Uid: 60000, Gid: 60000} }

func build(program string) (container.Environment, error) {
	builder := container.Builder{
		Root:    os.TempDir(),
		TmpRoot: "go-sandbox-*",
		Mounts: mount.NewBuilder().
			WithBind(program, "box/hello", true).
			WithProc().
			WithTmpfs("tmp", "").
			WithTmpfs("dev/shm", "").
			WithTmpfs("w", "").Mounts,
	}
	if os.Geteuid() == 0 {
		builder.CredGenerator = nobody{}
	}
	return builder.Build()
}

// One run, from its pipe to the container as it was before.
func run(environment container.Environment, null *os.File) ([]byte, error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	result := environment.Execve(context.Background(), container.ExecveParam{
		Args:  []string{"/box/hello"},
		Files: []uintptr{null.Fd(), writer.Fd(), writer.Fd()},
	})
	writer.Close()
	if result.Status != runner.StatusNormal {
		return nil, fmt.Errorf("%v", result)
	}
	// What a hello writes fits into the pipe.
	output, err := io.ReadAll(reader)
	if err != nil {
		return nil, err
	}
	return output, environment.Reset()
}

func serve(program string) error {
	null, err := os.Open(os.DevNull)
	if err != nil {
		return err
	}
	environment, err := build(program)
	if err != nil {
		return err
	}
	defer environment.Destroy()
	for questions := bufio.NewScanner(os.Stdin); questions.Scan(); {
		output, err := run(environment, null)
		if err != nil {
			return err
		}
		if _, err := os.Stdout.Write(output); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	// In a container's init it does not return.
	if err := container.Init(); err != nil {
		os.Exit(1)
	}
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "use: go-sandbox PROGRAM")
		os.Exit(2)
	}
	if err := serve(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "go-sandbox:", err)
		os.Exit(3)
	}
}
