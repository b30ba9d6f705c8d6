internal import Linux

/// Two small packages, written for the measuring: a sum with 100 tests, and a hello with one.
struct BenchPackages: Sendable {
    /// The package with 100 tests.
    let sum: String
    /// Their inputs, as files.
    let sumInputs: [String]
    /// The package with one test.
    let hello: String

    init(scratch: String) throws {
        sum = scratch + "/benchsum"
        hello = scratch + "/benchhello"
        sumInputs = try Self.write(sum, (0..<100).map { ("\($0) \(7 * $0)\n", "\(8 * $0)\n") })
        _ = try Self.write(hello, [("", "hello\n")])
    }

    /// Writes a legacy package with these secret cases.
    ///
    /// - Returns: the paths of the inputs.
    private static func write(_ directory: String, _ cases: [(input: String, answer: String)]) throws -> [String] {
        let data = directory + "/data/secret"
        try HostDirectory.make(data)
        try write("name: Bench\n", to: directory + "/problem.yaml")
        try write("10\n", to: directory + "/.timelimit")
        return try cases.enumerated().map { index, test in
            let name = data + "/" + String("00\(index)".suffix(3))
            try write(test.input, to: name + ".in")
            try write(test.answer, to: name + ".ans")
            return name + ".in"
        }
    }

    private static func write(_ text: String, to path: String) throws {
        try HostWriting.makeFile(path, mode: 0o644).write(Array(text.utf8))
    }
}
