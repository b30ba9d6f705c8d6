internal import Core
internal import Problems

/// Names in double braces that are left in the sources of a package, and so are no constants of it (2025-09).
///
/// To their language they may be anything: they are told of a program alone that does not do what it should.
struct UnknownConstants {
    let problem: Problem

    /// `findings`, where errors of programs with such a name say so in their mends.
    func told(in findings: [Finding]) -> [Finding] {
        guard problem.format != .legacy, findings.contains(where: { $0.severity == .error }) else { return findings }
        let names = names()
        guard !names.isEmpty else { return findings }
        return findings.map { finding in
            guard finding.severity == .error, let (path, name) = names.first(where: { Self.isOf($0.path, finding) })
            else { return finding }
            var finding = finding
            let note = "{{\(name)}} in \(path) is no constant of the package"
            finding.mend = finding.mend.isEmpty ? note : "\(finding.mend); \(note)"
            return finding
        }
    }

    /// Whether `finding` is about the program at `path`.
    private static func isOf(_ path: String, _ finding: Finding) -> Bool {
        finding.path == path || finding.path.hasPrefix(path + "/") || finding.message.contains(path)
    }

    /// The programs with such a name, and the first of each.
    private func names() -> [(path: String, name: String)] {
        var programs = (try? problem.inputValidators())?.programs ?? []
        if case .custom(let own) = problem.validator { programs += own }
        programs += [problem.staticValidator, problem.grader].compactMap(\.self)
        var names: [(path: String, name: String)] = []
        for program in programs {
            let sources = program.files.compactMap { try? $0.content.bytes() }
            if let name = Self.first(in: sources) { names.append((program.name, name)) }
        }
        for submission in (try? problem.referenceSubmissions()) ?? [] {
            if let name = Self.first(in: submission.files.map(\.content)) {
                names.append(("submissions/\(submission.path)", name))
            }
        }
        return names
    }

    private static func first(in sources: [[UInt8]]) -> String? { sources.lazy.compactMap { name(in: $0) }.first }

    /// The first name in double braces; nil where there is none.
    static func name(in source: [UInt8]) -> String? {
        var rest = source[...]
        while let opening = rest.firstRange(of: Array("{{".utf8)) {
            let name = rest[opening.upperBound...].prefix { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2E }
            if let first = name.first, isLetter(first), rest[name.endIndex...].starts(with: Array("}}".utf8)) {
                return String(decoding: name, as: UTF8.self)
            }
            rest = rest[(opening.lowerBound + 1)...]
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
}
