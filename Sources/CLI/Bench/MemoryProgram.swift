internal import Core
internal import Grading

/// A program that takes as many bytes of memory as its argument says, and uses them.
struct MemoryProgram: Sendable {
    let name: String
    let language: LanguageID
    let file: String
    let text: String
    /// From which limit on five percent of it can be told apart from what the language needs for itself, in MiB.
    var smallestLimit = 16

    /// Runs it with so much of the limit.
    func run(_ limit: Int, percent: Int, by runner: PlainRun) async throws -> PlainRun.Result {
        let source = Submission.SourceFile(name: file, content: Array(text.utf8))
        return try await runner.run(
            Submission(id: "memory", language: language, files: [source]),
            arguments: ["\(limit / 100 * percent)"],
            limits: Limits(cpuTime: .seconds(60), wallTime: .seconds(600), memory: ByteCount(limit))
        )
    }

    /// For each language one that takes a single block, and one that takes many small ones.
    static let all: [MemoryProgram] = [
        MemoryProgram(
            name: "C, one block",
            language: "c",
            file: "block.c",
            text: """
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                int main(int count, char **arguments) {
                    size_t size = strtoul(arguments[1], 0, 10);
                    char *block = malloc(size);
                    if (!block) return 1;
                    memset(block, 1, size);
                    printf("%d\\n", block[size / 2]);
                }

                """
        ),
        MemoryProgram(
            name: "C, 64 KiB each",
            language: "c",
            file: "pieces.c",
            text: """
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                int main(int count, char **arguments) {
                    size_t pieces = strtoul(arguments[1], 0, 10) >> 16;
                    for (size_t i = 0; i < pieces; i++) {
                        char *piece = malloc((1 << 16) - 16);
                        if (!piece) return 1;
                        memset(piece, 1, (1 << 16) - 16);
                    }
                    printf("%zu\\n", pieces);
                }

                """
        ),
        MemoryProgram(
            name: "Java, one block",
            language: "java",
            file: "Block.java",
            text: """
                public class Block {
                    public static void main(String[] arguments) {
                        byte[] block = new byte[Integer.parseInt(arguments[0]) - 16];
                        for (int i = 0; i < block.length; i += 1024) block[i] = 1;
                        System.out.println(block[0]);
                    }
                }

                """
        ),
        MemoryProgram(
            name: "Java, 64 KiB each",
            language: "java",
            file: "Pieces.java",
            text: """
                public class Pieces {
                    public static void main(String[] arguments) {
                        byte[][] pieces = new byte[Integer.parseInt(arguments[0]) >> 16][];
                        for (int i = 0; i < pieces.length; i++) pieces[i] = new byte[(1 << 16) - 16];
                        System.out.println(pieces.length);
                    }
                }

                """
        ),
        MemoryProgram(
            name: "Node, one buffer",
            language: "javascript",
            file: "block.js",
            text: """
                const block = Buffer.alloc(Number(process.argv[2]), 1);
                console.log(block[block.length >> 1]);

                """
        ),
        MemoryProgram(
            name: "Node, 64 KiB each",
            language: "javascript",
            file: "pieces.js",
            text: """
                const pieces = [];
                for (let i = Number(process.argv[2]) >> 16; i > 0; i--) pieces.push(new Uint8Array(1 << 16).fill(1));
                console.log(pieces.length);

                """
        ),
        MemoryProgram(
            name: "Python, one block",
            language: "python3",
            file: "block.py",
            text: """
                import sys
                block = bytearray(int(sys.argv[1]))
                for i in range(0, len(block), 1024):
                    block[i] = 1
                print(block[0])

                """
        ),
        MemoryProgram(
            name: "Python, 64 KiB each",
            language: "python3",
            file: "pieces.py",
            text: """
                import sys
                pieces = [b"1" * ((1 << 16) - 64) for _ in range(int(sys.argv[1]) >> 16)]
                print(len(pieces))

                """
        ),
        MemoryProgram(
            name: "Go, one block",
            language: "go",
            file: "block.go",
            text: """
                package main

                import (
                    "fmt"
                    "os"
                    "strconv"
                )

                func main() {
                    size, _ := strconv.Atoi(os.Args[1])
                    block := make([]byte, size)
                    for i := 0; i < size; i += 1024 {
                        block[i] = 1
                    }
                    fmt.Println(block[0])
                }

                """
        ),
        MemoryProgram(
            name: "Go, 64 KiB each",
            language: "go",
            file: "pieces.go",
            text: """
                package main

                import (
                    "fmt"
                    "os"
                    "strconv"
                )

                func main() {
                    size, _ := strconv.Atoi(os.Args[1])
                    pieces := make([][]byte, size>>16)
                    for i := range pieces {
                        pieces[i] = make([]byte, 1<<16)
                        for j := range pieces[i] {
                            pieces[i][j] = 1
                        }
                    }
                    fmt.Println(len(pieces))
                }

                """
        ),
    ]
}
