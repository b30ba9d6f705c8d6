internal import Core
internal import Linux
internal import Problems
internal import Queueing

/// A problem as everybody may see it: nothing of a secret case.
enum ProblemView {
    /// Bytes of a part of a sample, and of a statement, that are shown.
    private static let sampleLimit = 64 << 10
    private static let statementLimit = 512 << 10

    static func json(_ problem: Problem, _ pushed: PushedPackage) throws -> JSONValue {
        let samples = problem.tests.filter(\.isSample)
        let type = problem.type
        var kinds = [type.isScoring ? "scoring" : "pass-fail"]
        if type.isInteractive { kinds.append("interactive") }
        if type.isMultiPass { kinds.append("multi-pass") }
        if type.isSubmitAnswer { kinds.append("submit-answer") }
        let time = problem.timeLimit ?? problem.inferredTimeLimit ?? Problem.defaultTimeLimit
        return .object([
            "name": .text(pushed.name),
            "title": .text(problem.title),
            "statement": statement(of: problem.directory),
            "limits": .object([
                "time": .number(Double(time.inMilliseconds) / 1000),
                "memory": .number(problem.limits.memory.bytes),
                "output": .number(problem.limits.output.bytes),
                "code": .number(problem.limits.code.bytes),
            ]),
            "languages": problem.languages.map { .texts($0.map(\.rawValue).sorted()) } ?? .null,
            "tests": .number(problem.tests.count),
            "sampleCount": .number(samples.count),
            "type": .texts(kinds),
            "samples": .list(try samples.prefix(20).map(sample)),
            "pushedAt": Moments.json(pushed.pushedAt),
        ])
    }

    private static func sample(_ test: TestCase) throws(ByteSourceFailure) -> JSONValue {
        var value = JSONValue.object([
            "name": .text(test.name),
            "input": content(try test.input.bytes(upTo: sampleLimit)),
            "answer": content(try test.answer.bytes(upTo: sampleLimit)),
        ])
        if max(test.input.byteCount, test.answer.byteCount) > sampleLimit { value.add("truncated", .flag(true)) }
        return value
    }

    private static func content(_ bytes: [UInt8]) -> JSONValue {
        String(validating: bytes, as: UTF8.self).map(JSONValue.text) ?? .object(["base64": .text(Base64.encode(bytes))])
    }

    /// The statement as it was written, English before others.
    private static func statement(of directory: String) -> JSONValue {
        for folder in ["problem_statement", "statement"] {
            // A name alone, below the package's own directory: links out of it are not followed.
            guard let root = HostDirectory.resolve("\(directory)/\(folder)"), root.hasPrefix(directory + "/"),
                let names = try? HostDirectory.names(in: root, limit: 1000)
            else { continue }
            let statements = names.filter { $0.hasPrefix("problem.") && ($0.hasSuffix(".md") || $0.hasSuffix(".tex")) }
            let best = statements.sorted { (rank($0), $0) < (rank($1), $1) }.first
            guard let best, let path = HostDirectory.resolve("\(root)/\(best)"), path.hasPrefix(root + "/"),
                let bytes = try? HostFile.read(path, limit: ByteCount(statementLimit)),
                let text = String(validating: bytes, as: UTF8.self)
            else { continue }
            return .object(["format": .text(best.hasSuffix(".md") ? "markdown" : "latex"), "text": .text(text)])
        }
        return .null
    }

    private static func rank(_ name: String) -> Int {
        let isEnglish = name.contains(".en.") || name == "problem.md" || name == "problem.tex"
        return (isEnglish ? 0 : 2) + (name.hasSuffix(".md") ? 0 : 1)
    }
}
