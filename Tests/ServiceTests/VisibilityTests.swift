import Queueing
import Service
import Testing

/// Reports and events in which everything that is secret says so.
private enum Secret {
    static let mark = "S3CR3T"

    static let test = #"""
        {"name":"secret/S3CR3T-case","verdict":"RTE","reason":"exit:83","cpuTime":0.0123456,"wallTime":0.0234567,
        "peakMemory":1000001,"peakResidentSet":1000001,"peakProcesses":83,"exitCode":83,"signal":"RTMIN+S3CR3T","score":null,
        "message":"for the candidate","judgeMessage":"expected S3CR3T","runs":2,"newField":"S3CR3T",
        "nested":{"input":"S3CR3T"}}
        """#

    static let report = #"""
        {"schema":1,"submission":{"id":"1","problem":"p","language":"c","files":["a.c"],"sha256":"00","newField":"S3CR3T"},
        "verdict":"RTE","reason":"exit:83","score":null,"maxScore":null,"judgeMessage":"S3CR3T",
        "compile":{"ok":true,"cached":false,"cpuTime":0.1,"wallTime":0.1,"peakMemory":1,"diagnostics":"d","truncated":false,
        "newField":"S3CR3T"},
        "tests":[{"name":"sample/1","verdict":"AC","exitCode":0,"message":"","judgeMessage":"S3CR3T"},
        \#(test)],
        "groups":[{"name":"secret/S3CR3T","verdict":"RTE","score":0,"maxScore":1,"newField":"S3CR3T"}],
        "cpuTime":0.0123456,"peakMemory":1000001,"timeLimit":1,"timeLimitSource":"package",
        "timing":{"queued":0,"compile":0.1,"run":0.1,"total":0.2,"newField":"S3CR3T"},
        "provenance":{"assay":"1","toolchain":"gcc","host":"S3CR3T","sandbox":"S3CR3T","packageHash":"S3CR3T"},
        "newField":{"answers":["S3CR3T"]}}
        """#

    static func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
}

struct VisibilityTests {
    @Test func `nothing that is secret in a report reaches a candidate`() throws {
        let seen = Visibility.report(try Secret.json(Secret.report), for: .candidate)
        let text = String(decoding: seen.bytes, as: UTF8.self)
        #expect(!text.contains(Secret.mark), "\(text)")
        #expect(!text.contains("83"), "\(text)")
        #expect(!text.contains("judgeMessage") && !text.contains("newField"))
        #expect(seen["tests"]?.items?.last?["name"] == .text("secret/2"))
        #expect(seen["tests"]?.items?.last?["message"] == .text("for the candidate"))
        #expect(seen["reason"] == .text("exit"))
        #expect(seen["groups"]?.items?.first?["name"] == .text("secret/group-1"))
    }

    @Test func `an admin sees a report as it is`() throws {
        let report = try Secret.json(Secret.report)
        #expect(Visibility.report(report, for: .admin) == report)
    }

    /// Every field of a report and of an event, with something in it that only judges may know.
    @Test(arguments: [
        "compiled", "test", "finished", "queued", "started", "requeued", "cancelling", "dead", "cancelled",
    ])
    func `nothing that is secret in an event reaches a candidate`(kind: String) throws {
        let detail =
            switch kind {
            case "compiled": #"{"type":"compiled","compile":{"ok":true,"diagnostics":"d","x":"S3CR3T"},"y":"S3CR3T"}"#
            case "test": #"{"type":"test","index":1,"total":2,"test":\#(Secret.test),"y":"S3CR3T"}"#
            default: "the validator said S3CR3T on worker S3CR3T"
            }
        let event = JobEvent(
            number: 7,
            job: JobID(rawValue: "1"),
            kind: try #require(JobEvent.Kind(rawValue: kind)),
            at: Timestamp(milliseconds: 0),
            attempt: 1,
            detail: Array(detail.utf8)
        )
        let report = try Secret.json(Secret.report)
        let message = EventView.message(event, report: kind == "finished" ? report : nil, for: .candidate)
        let text = String(decoding: message, as: UTF8.self)
        #expect(!text.contains(Secret.mark) && !text.contains("83"), "\(text)")
        #expect(text.hasPrefix("id: 7\nevent: \(kind)\ndata: {") && text.hasSuffix("}\n\n"))
        let shown = String(decoding: EventView.message(event, report: report, for: .admin), as: UTF8.self)
        #expect(shown.contains(Secret.mark))
    }

    /// One field after the other, each replaced by what it never should be: whatever a worker tells, structure that is
    /// not known here is not passed on.
    @Test func `a field that holds more than it should is emptied`() throws {
        let report = try Secret.json(Secret.report)
        let nested = try Secret.json(#"{"deep":["S3CR3T"]}"#)
        let names = try #require(report.members).map(\.name)
        for name in names {
            let members = try #require(report.members).map { $0.name == name ? .init(name, nested) : $0 }
            let seen = Visibility.report(.object(members), for: .candidate)
            #expect(!String(decoding: seen.bytes, as: UTF8.self).contains(Secret.mark), "\(name)")
        }
        let test = try Secret.json(Secret.test)
        for name in try #require(test.members).map(\.name) {
            let members = try #require(test.members).map { $0.name == name ? .init(name, nested) : $0 }
            let event = JSONValue.object(["index": .number(0), "total": .number(1), "test": .object(members)])
            let seen = Visibility.detail(event, of: "test", for: .candidate)
            #expect(!String(decoding: seen.bytes, as: UTF8.self).contains(Secret.mark), "\(name)")
        }
    }

    @Test(arguments: [
        ("signal:SEGV", "signal:SEGV"), ("signal:ABRT", "signal:ABRT"), ("signal:USR1", "signal"), ("exit:1", "exit"),
        ("syscall:ptrace", "syscall"), ("cpu", "cpu"), ("wall", "wall"), ("differs", "differs"),
    ])
    func `of a secret test the reason is told without what a program can choose`(reason: String, seen: String) throws {
        let test = try Secret.json(#"{"name":"secret/1","verdict":"RTE","reason":"\#(reason)"}"#)
        let event = JSONValue.object(["index": .number(0), "total": .number(1), "test": test])
        #expect(Visibility.detail(event, of: "test", for: .candidate)["test"]?["reason"] == .text(seen))
    }

    @Test func `of a sample everything is told but what is for judges`() throws {
        let test = try Secret.json(
            #"{"name":"sample/1","verdict":"RTE","reason":"exit:83","exitCode":83,"message":"m","judgeMessage":"S3CR3T"}"#
        )
        let seen = Visibility.detail(.object(["index": .number(0), "test": test]), of: "test", for: .candidate)["test"]
        #expect(seen?["exitCode"] == .number(83) && seen?["reason"] == .text("exit:83") && seen?["judgeMessage"] == nil)
    }

    @Test func `a plain run tells what it did`() throws {
        let report = try Secret.json(
            #"{"outcome":"exited","exitCode":3,"stdout":"hi\n","compile":null,"new":"S3CR3T"}"#
        )
        let seen = Visibility.report(report, for: .candidate)
        #expect(seen["stdout"] == .text("hi\n") && seen["exitCode"] == .number(3) && seen["new"] == nil)
    }

    @Test(arguments: [true, false])
    func `why a submission is dead, and where it ran, is an admin's to know`(isListed: Bool) {
        let package = ContentDigest(rawValue: "S3CR3T")
        var new = NewJob(JudgingRequest(problem: .init(name: "p", package: package), language: "c", files: []))
        new.labels = ["S3CR3T"]
        let job = Job(
            id: JobID(rawValue: "1"),
            number: 1,
            submitted: new,
            state: .dead,
            createdAt: Timestamp(milliseconds: 0),
            worker: WorkerID(rawValue: "S3CR3T"),
            attempts: [
                Attempt(
                    number: 1,
                    worker: WorkerID(rawValue: "S3CR3T"),
                    workerName: "S3CR3T",
                    startedAt: Timestamp(milliseconds: 0),
                    endedAt: Timestamp(milliseconds: 0),
                    ending: .failed,
                    reason: "S3CR3T"
                )
            ],
            deathReason: "S3CR3T"
        )
        let seen = SubmissionView.json(job, report: nil, isListed: isListed, for: .candidate)
        #expect(!String(decoding: seen.bytes, as: UTF8.self).contains(Secret.mark))
        let shown = SubmissionView.json(job, report: nil, isListed: isListed, for: .admin)
        #expect(String(decoding: shown.bytes, as: UTF8.self).contains(Secret.mark))
    }
}
