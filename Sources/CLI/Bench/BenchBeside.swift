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
                let servant = other.stays ? try Self.servant(other.name, arguments) : nil
                contenders.append(
                    Contest.Contender(name: other.name) { try Self.runOther(other.name, arguments, by: servant) }
                )
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

    private static let plainEnvironment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8"]

    private static func servant(_ name: String, _ arguments: [String]) throws(Complaint) -> Servant {
        do throws(Errno) {
            return try Servant(arguments, environment: plainEnvironment)
        } catch {
            throw .badInput("\(name) does not start: \(arguments.joined(separator: " ")): \(error)")
        }
    }

    private static func runOther(_ name: String, _ arguments: [String], by servant: Servant?) throws {
        let hasRun: Bool
        if let servant {
            hasRun = try !servant.ask().isEmpty
        } else {
            let result = try call(arguments, plainEnvironment)
            hasRun = result.status == 0 && result.outputCount > 0
        }
        guard hasRun else {
            throw Complaint.badInput("\(name) did not run the hello: \(arguments.joined(separator: " "))")
        }
    }

    /// Another way to run a program: a command for each run, or one that stays and runs it for each line that it reads.
    private typealias Way = (name: String, command: [String], stays: Bool)

    /// The other ways, of the file that `--beside` names.
    private func beside() throws(Complaint) -> [Way] {
        guard let path = invocation.arguments.options["beside"] else { return [] }
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try HostFile.read(path, limit: .kibibytes(64))
        } catch {
            throw .badInput("\(path): \(error); --beside names a file with lines as in NAME: COMMAND {}")
        }
        var ways: [Way] = []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() where !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1)
            var words = parts.last?.split(separator: " ").map(String.init) ?? []
            let stays = words.last == "&"
            if stays { words.removeLast() }
            guard parts.count == 2, words.first?.hasPrefix("/") == true, words.contains(where: { $0.contains("{}") })
            else {
                throw .badInput(
                    "\(path):\(place + 1): not a way to run a program; write NAME: COMMAND {}, "
                        + "the command with its whole path, {} for the program; a & behind it if it stays, runs it for "
                        + "each line that it reads, and answers with a line"
                )
            }
            ways.append((String(parts[0]), words, stays))
        }
        return ways
    }
}
