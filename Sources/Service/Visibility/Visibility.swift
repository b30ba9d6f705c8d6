/// What of a report or an event somebody may see: the one place where that is decided, and a pure function.
///
/// For a candidate it is a list of what is let through, never of what is held back: what a newer worker adds stays
/// hidden until it is listed here. An admin sees everything as it is.
public enum Visibility {
    /// A report as `viewer` may see it: one of a submission, or one of a plain run.
    public static func report(_ report: JSONValue, for viewer: Viewer) -> JSONValue {
        guard viewer == .candidate else { return report }
        return report["outcome"] != nil ? plainRun(report) : graded(report)
    }

    /// What a worker told of a compilation or a test, as `viewer` may see it.
    public static func detail(_ detail: JSONValue, of kind: String, for viewer: Viewer) -> JSONValue {
        guard viewer == .candidate else { return detail }
        switch kind {
        case "compiled": return .object(["type": .text(kind), "compile": compile(detail["compile"])])
        case "test":
            return .object([
                "type": .text(kind),
                "index": scalar(detail["index"]),
                "total": scalar(detail["total"]),
                "test": test(detail["test"], at: detail["index"]?.integer ?? 0),
            ])
        default: return .object(["type": .text(kind)])
        }
    }

    // MARK: Reports

    private static func graded(_ report: JSONValue) -> JSONValue {
        let tests = report["tests"]?.items ?? []
        let isOpen = decisive(report, tests).map(isSample) ?? true
        var members: [JSONValue.Member] = []
        for name in ["schema", "verdict", "score", "maxScore", "timeLimit", "timeLimitSource"] {
            if let value = report[name] { members.append(.init(name, scalar(value))) }
        }
        members.append(.init("reason", isOpen ? scalar(report["reason"]) : reason(report["reason"])))
        members.append(.init("cpuTime", seconds(report["cpuTime"])))
        members.append(.init("peakMemory", memory(report["peakMemory"])))
        members.append(.init("submission", identity(report["submission"])))
        members.append(.init("compile", compile(report["compile"])))
        members.append(.init("tests", .list(tests.enumerated().map { test($0.element, at: $0.offset) })))
        if let groups = report["groups"]?.items {
            members.append(.init("groups", .list(groups.enumerated().map { group($0.element, at: $0.offset) })))
        }
        members.append(.init("timing", timing(report["timing"])))
        members.append(.init("provenance", picked(report["provenance"], ["assay", "toolchain"])))
        return .object(members)
    }

    /// The test that decided the verdict, where one did.
    private static func decisive(_ report: JSONValue, _ tests: [JSONValue]) -> JSONValue? {
        guard let verdict = report["verdict"]?.string, verdict != "AC" else { return nil }
        return tests.first { $0["verdict"]?.string == verdict }
    }

    /// A plain run has nothing secret in it: it is told what it did, and no more than is known here.
    private static func plainRun(_ report: JSONValue) -> JSONValue {
        var run = picked(
            report,
            [
                "outcome", "exitCode", "signal", "reason", "cpuTime", "wallTime", "peakMemory", "peakResidentSet",
                "peakProcesses", "stdout", "stderr", "stdoutBase64", "stderrBase64", "stdoutTruncated",
                "stderrTruncated",
            ]
        )
        run.add("compile", compile(report["compile"]))
        return run
    }

    private static func identity(_ value: JSONValue?) -> JSONValue {
        var identity = picked(value, ["id", "problem", "language", "sha256"])
        identity.add("files", .texts(value?["files"]?.items?.compactMap(\.string) ?? []))
        return identity
    }

    private static func compile(_ value: JSONValue?) -> JSONValue {
        guard value?.members != nil else { return .null }
        return picked(value, ["ok", "cached", "cpuTime", "wallTime", "peakMemory", "diagnostics", "truncated"])
    }

    private static func timing(_ value: JSONValue?) -> JSONValue {
        .object(["queued", "compile", "run", "total"].map { JSONValue.Member($0, seconds(value?[$0])) })
    }

    // MARK: Tests

    /// Whether a test is one of those that everybody knows.
    private static func isSample(_ test: JSONValue) -> Bool { test["name"]?.string?.hasPrefix("sample/") ?? false }

    private static func test(_ value: JSONValue?, at place: Int) -> JSONValue {
        guard let value, value.members != nil else { return .null }
        guard !isSample(value) else {
            return picked(
                value,
                [
                    "name", "verdict", "reason", "cpuTime", "wallTime", "peakMemory", "peakResidentSet",
                    "peakProcesses", "exitCode", "signal", "score", "message", "runs",
                ]
            )
        }
        var test = JSONValue.object([
            // Names of secret cases say what is in them.
            "name": .text("secret/\(place + 1)"),
            "verdict": scalar(value["verdict"]),
            "reason": reason(value["reason"]),
            "cpuTime": seconds(value["cpuTime"]),
            "wallTime": seconds(value["wallTime"]),
            "peakMemory": memory(value["peakMemory"]),
            "peakResidentSet": memory(value["peakResidentSet"]),
            "peakProcesses": .null,
            "exitCode": .null,
            "signal": signal(value["signal"]),
            "score": scalar(value["score"]),
            "message": scalar(value["message"]),
        ])
        if let runs = value["runs"] { test.add("runs", scalar(runs)) }
        return test
    }

    private static func group(_ value: JSONValue, at place: Int) -> JSONValue {
        var group = picked(value, ["verdict", "score", "maxScore"])
        let name = value["name"]?.string ?? ""
        let isKnown = name == "sample" || name == "secret" || name.hasPrefix("sample/")
        group.add("name", .text(isKnown ? name : "secret/group-\(place + 1)"))
        return group
    }

    // MARK: What a program could spell out a secret input in

    /// Crashes by name; which other signal it was, or with which code a program ended, is the program's choice.
    private static let crashes: Set<String> = ["SEGV", "ABRT", "FPE", "BUS", "ILL"]

    private static func reason(_ value: JSONValue?) -> JSONValue {
        guard let text = value?.string else { return .null }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return .text(text) }
        return .text(parts[0] == "signal" && crashes.contains(parts[1]) ? text : parts[0])
    }

    private static func signal(_ value: JSONValue?) -> JSONValue {
        guard let name = value?.string, crashes.contains(name) else { return .null }
        return .text(name)
    }

    private static func seconds(_ value: JSONValue?) -> JSONValue {
        guard let number = value?.double else { return .null }
        return .number((number * 1000).rounded() / 1000)
    }

    private static func memory(_ value: JSONValue?) -> JSONValue {
        guard let number = value?.integer, number >= 0 else { return .null }
        let step = 64 << 10
        let (sum, isTooMuch) = number.addingReportingOverflow(step - 1)
        return isTooMuch ? .null : .number(sum / step * step)
    }

    // MARK: Letting through

    /// A value that has no parts in which more could be.
    private static func scalar(_ value: JSONValue?) -> JSONValue {
        switch value {
        case nil, .list, .object: .null
        case .some(let value): value
        }
    }

    private static func picked(_ value: JSONValue?, _ names: [String]) -> JSONValue {
        .object(names.compactMap { name in value?[name].map { JSONValue.Member(name, scalar($0)) } })
    }
}
