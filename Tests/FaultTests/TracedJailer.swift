import Core
import Glibc
import Linux

/// A directory whose `assay-jailer` is the tracer, which runs the real one and does to it what the directory's
/// `specification` says.
struct TracedJailer: Sendable {
    /// The path to give to a sandbox.
    let executable: String
    private let directory: String
    private let program: String

    /// A directory of its own below `directory`.
    @available(*, noasync)
    init(in directory: String, _ workshop: Workshop, program: String = Workshop.jailer) throws {
        self.directory = directory
        self.program = program
        executable = directory + "/assay-jailer"
        try HostDirectory.make(directory, mode: 0o755)
        // A copy: the tracer looks for its specification beside its own file.
        let copy = try Descriptor.open(executable, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o755)
        try copy.write(try HostFile.read(workshop.tracer))
    }

    /// What the tracer is to do with the next jailer; nil: to list all calls.
    func set(_ fault: Fault?) throws {
        var lines = ["program \(program)"]
        if let fault {
            lines += [
                "role \(fault.point.role)", "call \(fault.point.call)", "occurrence \(fault.point.occurrence)",
                "errno \(fault.error)",
            ]
        } else {
            lines.append("lists 1")
        }
        try HostFile.replace(directory + "/specification", with: Array(lines.joined(separator: "\n").utf8))
        unlink(directory + "/log")
    }

    /// What the tracer has seen.
    func log() throws -> TracerLog {
        TracerLog(String(decoding: try HostFile.read(directory + "/log", limit: .mebibytes(64)), as: UTF8.self))
    }
}

/// What a tracer wrote down.
struct TracerLog: Sendable {
    /// The calls, where it listed them.
    var calls: [FaultPoint] = []
    /// Whether the fault happened.
    var hasFault = false
    /// How many jailers it began to follow, and of how many nobody is left.
    var begins = 0
    var ends = 0
    /// The number of the program that it was in front of.
    var first: Int?
    /// What it could not do.
    var complaints: [String] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            switch words.first {
            case "call" where words.count == 4:
                if let call = Int(words[2]), let occurrence = Int(words[3]) {
                    calls.append(FaultPoint(role: String(words[1]), call: call, occurrence: occurrence))
                }
            case "fault": hasFault = true
            case "begin":
                begins += 1
                first = words.dropFirst().first.flatMap { Int($0) }
            case "end": ends += 1
            case "cannot": complaints.append(String(line))
            default: break
            }
        }
    }
}
