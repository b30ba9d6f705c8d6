internal import Core
internal import Linux
internal import Sandboxing

/// One box around a static hello, against a bare spawn and whatever else can run it.
extension Bench {
    func helloBeside() async throws -> BenchSection {
        let others = try beside()
        return try await withSandbox(slots: 1) { sandbox in
            let hello = try await hello(by: sandbox)
            let program = hello.bareArguments[0]
            var contenders = [
                Contest.Contender(name: "bare spawn") { try hello.runBare() },
                Contest.Contender(name: "assay") { try await Self.run(hello.command, by: sandbox) },
            ]
            for other in others {
                let arguments = other.command.map { $0.replacing("{}", with: program) }
                contenders.append(Contest.Contender(name: other.name) { try Self.runOther(other.name, arguments) })
            }
            let samples = try await Contest.measure(contenders, rounds: rounds(400))
            let rows = zip(contenders, samples).map { contender, own in
                BenchSection.Row(
                    contender.name,
                    [
                        "median": .milliseconds(own.median),
                        "over bare": .ratio(own.median / samples[0].median),
                        "over assay": .ratio(own.median / samples[1].median),
                        "fastest tenth": .milliseconds(own.fastTenth),
                        "rounds": .count(own.count),
                    ]
                )
            }
            return BenchSection(topic: "hello", rows: rows, notes: ["All in turn, output read to the end."])
        }
    }

    /// The same box with Landlock and without it; no rows where this kernel does not have it.
    func landlock() async throws -> BenchSection {
        try await withSandbox(slots: 1) { sandbox in
            guard sandbox.mode.landlock > 0 else {
                return BenchSection(topic: "landlock", rows: [], notes: ["This kernel does not have it."])
            }
            return try await invocation.withSandbox(slots: 1, landlock: 0) { other in
                let hello = try await hello(by: sandbox)
                let contenders = [("without", other), ("with", sandbox)].map { name, sandbox in
                    Contest.Contender(name: name) { try await Self.run(hello.command, by: sandbox) }
                }
                let samples = try await Contest.measure(contenders, rounds: rounds(400))
                let rows = zip(contenders, samples).map { contender, own in
                    BenchSection.Row(
                        contender.name,
                        [
                            "median": .milliseconds(own.median),
                            "over without": .ratio(own.median / samples[0].median),
                            "rounds": .count(own.count),
                        ]
                    )
                }
                return BenchSection(topic: "landlock", rows: rows)
            }
        }
    }

    private static func runOther(_ name: String, _ arguments: [String]) throws {
        let result = try call(arguments, ["PATH=/usr/bin:/bin", "LANG=C.UTF-8"])
        guard result.status == 0, result.outputCount > 0 else {
            throw Complaint.badInput("\(name) did not run the hello: \(arguments.joined(separator: " "))")
        }
    }

    /// The other ways, of the file that `--beside` names.
    private func beside() throws(Complaint) -> [(name: String, command: [String])] {
        guard let path = invocation.arguments.options["beside"] else { return [] }
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try HostFile.read(path, limit: .kibibytes(64))
        } catch {
            throw .badInput("\(path): \(error); --beside names a file with lines as in NAME: COMMAND {}")
        }
        var ways: [(name: String, command: [String])] = []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() where !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1)
            let words = parts.last?.split(separator: " ").map(String.init) ?? []
            guard parts.count == 2, words.first?.hasPrefix("/") == true, words.contains(where: { $0.contains("{}") })
            else {
                throw .badInput(
                    "\(path):\(place + 1): not a way to run a program; write NAME: COMMAND {}, "
                        + "the command with its whole path, {} for the program"
                )
            }
            ways.append((String(parts[0]), words))
        }
        return ways
    }
}
