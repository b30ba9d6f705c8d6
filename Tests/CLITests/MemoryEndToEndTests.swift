import Testing

/// Languages that take care of memory themselves: what fits into the limit works, and what does not is the limit's doing.
@Suite(.timeLimit(.minutes(60))) struct MemoryEndToEndTests {
    struct Hungry: Sendable, CustomTestStringConvertible {
        let file: String
        let source: String
        var testDescription: String { file }
    }

    private func conclusion(_ program: Hungry, mebibytes: Int) throws -> (code: Int, told: String) {
        let scratch = try ScratchDirectory()
        let file = try scratch.file(program.file, Array(program.source.utf8))
        let result = try BuiltProgram.run(
            ["run", file, "--memory", "\(mebibytes)", "--wall", "90"],
            environment: VerdictsReport.environment
        )
        return (result.code, result.output + result.error)
    }

    /// Programs that hold about 200 MiB and make and forget as much again and again.
    @Test(arguments: [
        Hungry(
            file: "Main.java",
            source: """
                class Main {
                    public static void main(String[] all) {
                        int[] held = new int[52_000_000];
                        long sum = 0;
                        for (int i = 0; i < 20_000; i++) sum += new int[25_000].length + (held[i] = i);
                        System.out.println("held " + held.length / 1_000_000);
                    }
                }
                """
        ),
        Hungry(
            file: "main.js",
            source: """
                const held = [];
                for (let i = 0; i < 200; i++) held.push(new Array(131072).fill(i + 0.5));
                let sum = 0;
                for (let i = 0; i < 2000; i++) sum += new Array(131072).fill(i + 0.5).length;
                console.log('held', held.length);
                """
        ),
        Hungry(
            file: "main.go",
            source: """
                package main

                import "fmt"

                func main() {
                    var held [][]byte
                    sum := 0
                    for i := 0; i < 200; i++ {
                        block := make([]byte, 1<<20)
                        for j := range block {
                            block[j] = 1
                        }
                        held = append(held, block)
                    }
                    for i := 0; i < 20000; i++ {
                        block := make([]byte, 100000)
                        block[i] = 1
                        sum += len(block)
                    }
                    fmt.Println("held", len(held))
                }
                """
        ),
    ])
    func `a problem of 256 MiB can be solved with 200`(program: Hungry) throws {
        let (code, told) = try conclusion(program, mebibytes: 256)
        #expect(code == 0 && told.hasPrefix("held "), "\(told)")
    }

    /// Programs whose runtime ends them before the kernel would have to.
    @Test(arguments: [
        Hungry(file: "map.js", source: "const all = new Map();\nfor (let i = 0; ; i++) all.set(i, i);"),
        Hungry(file: "array.js", source: "const all = new Array(1 << 27).fill(0);\nconsole.log(all.length);"),
        Hungry(file: "text.js", source: "const all = [];\nfor (let i = 0; ; i++) all.push('text ' + i);"),
        Hungry(file: "map.ts", source: "const all = new Map<number, number>();\nfor (let i = 0; ; i++) all.set(i, i);"),
        Hungry(
            file: "map.go",
            source: "package main\nfunc main() { all := map[int]int{}; for i := 0; ; i++ { all[i] = i } }"
        ),
        Hungry(
            file: "Main.java",
            source: """
                class Main {
                    public static void main(String[] words) {
                        var all = new java.util.TreeMap<Integer, String>();
                        for (int i = 0; ; i++) all.put(i, "text " + i);
                    }
                }
                """
        ),
    ])
    func `what grows for ever meets the memory limit`(program: Hungry) throws {
        let (code, told) = try conclusion(program, mebibytes: 256)
        #expect(code == 1 && told.contains("stopped at the limit of memory"), "\(told)")
    }
}
