import Core
import Testing

extension HostileSuites {
    /// What a "compiler" may leave where its output is taken from: no process outside the box may be led astray by it.
    @Suite
    struct HostileTestsCollecting {
        /// A program and what is taken out of its box after it; nil where nothing may be.
        struct Output: Sendable, CustomStringConvertible {
            var program: HostileProgram
            var files: [String: String]?
            var description: String { program.description }

            init(_ source: String, _ arguments: [String] = [], saying text: String, leaves files: [String: String]?) {
                program = HostileProgram(source, arguments, limits: .collecting, meets: .exits(0, saying: text + "\n"))
                self.files = files
            }
        }

        /// More names than one message carries; they are taken all the same.
        private static let manyNames = Dictionary(
            uniqueKeysWithValues: (0..<1000).map { number in
                (String(repeating: "0", count: 250 - "\(number)".count) + "\(number)", "")
            }
        )

        static let outputs = [
            Output("Collecting/nothing", saying: "0", leaves: nil),
            Output("Collecting/symbolic_link", saying: "000000", leaves: [:]),
            Output("Collecting/linked_directory", saying: "00", leaves: nil),
            Output("Collecting/linked_directory", ["below"], saying: "0", leaves: [:]),
            Output("Collecting/fifo", saying: "0", leaves: [:]),
            Output("Collecting/good_beside_bad", saying: "4000", leaves: ["good": "good"]),
            Output("Collecting/device", saying: "zero refused EPERM", leaves: [:]),
            Output("Collecting/hard_links", saying: "1000", leaves: nil),
            Output("Collecting/many_files", saying: "100000", leaves: nil),
            Output("Collecting/deep_tree", saying: "10000", leaves: nil),
            Output("Collecting/odd_names", saying: "9", leaves: nil),
            Output("Collecting/long_names", saying: "1", leaves: nil),
            Output("Collecting/many_names", saying: "1000", leaves: manyNames),
            Output("Collecting/large_file", saying: "0", leaves: nil),
            Output("Collecting/odd_modes", ["06755"], saying: "1 0", leaves: ["program": "x"]),
            Output("Collecting/odd_modes", ["0777"], saying: "1 0", leaves: ["program": "x"]),
            Output("Collecting/odd_modes", ["0"], saying: "1 0", leaves: nil),
        ]

        @Test(arguments: outputs)
        func `only regular files are taken, within bounds, and never what a link points to`(
            _ output: Output
        ) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let before = Traces.ofSandbox()
            let outcome = try await sandbox.run(output.program.collectingCommand())
            let text = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
            #expect(Fate(outcome, output: text) == output.program.fate)
            #expect(try outcome.collected.map(contents) == output.files)
            #expect(Traces.ofSandbox(expecting: before) == before)
        }

        /// Whichever of the two has the name when the box ends, the host's file is never what is read.
        @Test(arguments: 1...20)
        func `a file that is exchanged for a link while it is taken is the file or nothing`(_ attempt: Int) async throws
        {
            let program = HostileProgram("Collecting/exchange", limits: .collecting, meets: .says("left"))
            let outcome = try await SandboxUnderTest.ready().run(program.collectingCommand())
            let text = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
            #expect(Fate(outcome, output: text) == program.fate)
            let files = try #require(try outcome.collected.map(contents))
            #expect(files.count == 1)
            #expect(files.values.first == "good")
        }

        /// A program that never ends leaves nothing to take.
        @Test
        func `a flood of files is stopped like any other program`() async throws {
            let program = HostileProgram(
                "Collecting/exchange",
                limits: .collecting.with { $0.wallTime = .milliseconds(1) },
                meets: .isStopped(.wallTime)
            )
            let outcome = try await SandboxUnderTest.ready().run(program.collectingCommand())
            #expect(outcome.stop == .wallTime)
        }

        private func contents(_ bundle: Bundle) throws(ByteSourceFailure) -> [String: String] {
            var result: [String: String] = [:]
            for file in bundle.files {
                result[file.path] = String(decoding: try file.content.bytes(), as: UTF8.self)
            }
            return result
        }
    }
}

extension Limits {
    /// Room for what is to be taken out, and for more than may be.
    static let collecting = Limits.hostile.with {
        $0.memory = .mebibytes(512)
        $0.output = .mebibytes(128)
        $0.scratch = .mebibytes(128)
        $0.inodes = 200_000
        $0.cpuTime = .seconds(20)
    }
}

extension HostileProgram {
    /// The command that runs it like a compiler: in a directory of its own, from which `out` is taken at the end.
    func collectingCommand() throws(ExecutorFailure) -> Command {
        let name = HostileCompiler.mark
        return Command(
            arguments: ["/box/" + name] + arguments,
            root: Root(entries: []),
            policy: "compiler",
            workspace: .scratch,
            files: [BoxFile(path: name, content: MemoryBytes(try Self.compile(source)), isExecutable: true)],
            directories: ["/box/out"],
            limits: limits,
            collection: .init(directory: "/box/out", maximumFiles: 1100, maximumSize: .mebibytes(16))
        )
    }
}
