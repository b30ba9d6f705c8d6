import Core
import SandboxTesting

/// What a "compiler" leaves where its output is taken from: no process outside the box may be led astray by it.
struct LeftFiles: Sendable {
    var program: HostileProgram
    /// What is taken out of the box; nil where nothing may be.
    var taken: [String: String]?

    init(
        _ source: String,
        _ arguments: [String] = [],
        variant: String = "",
        limits: Limits = .collecting,
        saying text: String,
        taken files: [String: String]?
    ) {
        program = HostileProgram(
            "CompileTime/" + source,
            arguments,
            variant: variant,
            limits: limits,
            meets: .exits(0, saying: text + "\n")
        )
        taken = files
    }

    /// More names than one message carries; they are taken all the same.
    private static let manyNames = Dictionary(
        uniqueKeysWithValues: (0..<1000).map { number in
            (String(repeating: "0", count: 250 - "\(number)".count) + "\(number)", "")
        }
    )

    static let all = [
        LeftFiles("nothing", saying: "0", taken: nil),
        LeftFiles("symbolic_link", saying: "000000", taken: [:]),
        LeftFiles("linked_directory", saying: "00", taken: nil),
        LeftFiles("linked_directory", ["below"], saying: "0", taken: [:]),
        LeftFiles("fifo", saying: "0", taken: [:]),
        LeftFiles("good_beside_bad", saying: "4000", taken: ["good": "good"]),
        LeftFiles("device", saying: "zero refused EPERM", taken: [:]),
        LeftFiles("hard_links", saying: "1000", taken: nil),
        LeftFiles("many_files", saying: "100000", taken: nil),
        LeftFiles("deep_tree", saying: "2000", taken: nil),
        LeftFiles("odd_names", saying: "9", taken: nil),
        LeftFiles("long_names", saying: "1", taken: nil),
        LeftFiles("many_names", saying: "1000", taken: manyNames),
        LeftFiles("large_file", saying: "0", taken: nil),
        LeftFiles("odd_modes", ["06755"], saying: "1 0", taken: ["program": "x"]),
        LeftFiles("odd_modes", ["0777"], saying: "1 0", taken: ["program": "x"]),
        LeftFiles("odd_modes", ["0"], saying: "1 0", taken: nil),
        LeftFiles("sparse", saying: "EFBIG", taken: ["program": ""]),
        LeftFiles(
            "sparse",
            variant: "that may be made",
            limits: .collecting.with { $0.output = .mebibytes(16384) },
            saying: "made",
            taken: nil
        ),
        LeftFiles("sparse_many", saying: "1000", taken: nil),
        LeftFiles("million_files", saying: "ENOSPC after 199997", taken: nil),
        LeftFiles("outliving", saying: "left", taken: ["program": "good"]),
        LeftFiles("sockets", saying: "00 socket refused EPERM", taken: [:]),
        LeftFiles("deep_links", saying: "40", taken: [:]),
        LeftFiles("closed_directory", saying: "000", taken: nil),
    ]

    /// Runs it.
    ///
    /// - Returns: what was otherwise than expected.
    func carryOut(in arena: Arena) async throws -> [String] {
        let outcome = try await arena.sandbox.run(program.collectingCommand())
        let found = try outcome.collected.map(Self.contents)
        let deviations = try program.fate.deviations(of: outcome)
        return found == taken ? deviations : deviations + ["taken: \(Self.words(found)), not \(Self.words(taken))"]
    }

    /// The files of a bundle with what is in them.
    static func contents(_ bundle: Bundle) throws(ByteSourceFailure) -> [String: String] {
        var result: [String: String] = [:]
        for file in bundle.files { result[file.path] = String(decoding: try file.content.bytes(), as: UTF8.self) }
        return result
    }

    static func words(_ files: [String: String]?) -> String {
        guard let files else { return "nothing, since it cannot be kept" }
        if files.isEmpty { return "no file" }
        return files.count > 5 ? "\(files.count) files" : files.keys.sorted().joined(separator: ", ")
    }
}

extension Row {
    /// Everything that is left where output is taken from.
    static let collecting: [Row] =
        LeftFiles.all.map { left in
            Row(
                name: left.program.description,
                kind: .compileTime,
                language: "C",
                attempt: SourceText.summary(of: left.program.source + ".c"),
                outcome: left.program.fate.words + "; taken out of the box: " + LeftFiles.words(left.taken),
                incident: "go-judge #176, kelvin #759, compiler-explorer #6026, Judge0 CVE-2024-28185"
                    + (left.program.source.contains("link") ? ", Judge0 CVE-2024-28189" : ""),
                carryOut: { try await left.carryOut(in: $0) }
            )
        } + [exchanging, exchangingWithoutEnd, growing]

    /// Whichever of the two has the name when the box ends, the host's file is never what is read.
    private static let exchanging = Row(
        situation: "exchange",
        as: .compileTime,
        in: "C",
        tries: SourceText.summary(of: "CompileTime/exchange.c"),
        meets: "20 times: ends with 0; taken out of the box: the one file that it was itself"
    ) { arena in
        let program = HostileProgram("CompileTime/exchange", limits: .collecting, meets: .says("left"))
        let command = try program.collectingCommand()
        var deviations: [String] = []
        for _ in 0..<20 {
            let outcome = try await arena.sandbox.run(command)
            deviations += try program.fate.deviations(of: outcome)
            let files = try outcome.collected.map(LeftFiles.contents) ?? [:]
            if files.count != 1 || files.values.first != "good" { deviations.append("taken: \(files)") }
        }
        return deviations
    }
    .repeating("go-judge #176, Judge0 CVE-2024-28189")

    /// However long the file is when the box ends: what is taken is what it held then.
    private static let growing = Row(
        situation: "growing",
        as: .compileTime,
        in: "C",
        tries: SourceText.summary(of: "CompileTime/growing.c"),
        meets: "10 times: ends with 0; taken out of the box: the file, short or long"
    ) { arena in
        let program = HostileProgram("CompileTime/growing", limits: .collecting, meets: .says("left"))
        let command = try program.collectingCommand()
        var deviations: [String] = []
        for _ in 0..<10 {
            let outcome = try await arena.sandbox.run(command)
            deviations += try program.fate.deviations(of: outcome)
            let files = outcome.collected?.files ?? []
            let sizes = files.map(\.content.byteCount)
            let begin = try files.first?.content.bytes(upTo: 4) ?? []
            if sizes != [4] && sizes != [1 << 20] || begin != Array("good".utf8) {
                deviations.append("taken: \(sizes)")
            }
        }
        return deviations
    }
    .repeating("go-judge #176")

    private static let exchangingWithoutEnd = Row(
        situation: "exchange without end",
        as: .compileTime,
        in: "C",
        tries: "Exchanges files in the directory that is to be taken until it is stopped.",
        meets: "stopped: time on the clock"
    ) { arena in
        let program = HostileProgram(
            "CompileTime/exchange",
            ["without end"],
            limits: .collecting.with { $0.wallTime = .milliseconds(1) },
            meets: .isStopped(.wallTime, saying: nil)
        )
        return try program.fate.deviations(of: try await arena.sandbox.run(program.collectingCommand()))
    }
}
