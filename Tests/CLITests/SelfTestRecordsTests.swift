import CLI
import FoundationEssentials
import Testing

@Suite struct SelfTestRecordsTests {
    @Test(arguments: [
        SelfTestRecords.Record(), .init(version: "3.13.5", seconds: 0.125),
        .init(failure: "it does not compile", version: "1"), .init(isTested: false, version: "2"),
    ])
    func `gives back what was kept, for that toolchain only`(record: SelfTestRecords.Record) throws {
        let scratch = try ScratchDirectory()
        let records = SelfTestRecords(state: "\(scratch.path)/state")
        #expect(records.record(of: "abc") == nil)
        try records.keep(record, of: "abc")
        #expect(records.record(of: "abc") == record)
        #expect(records.record(of: "abd") == nil)
    }

    @Test func `only a self-test that was run can have passed`() {
        #expect(SelfTestRecords.Record().hasPassed)
        #expect(!SelfTestRecords.Record(isTested: false, version: "2").hasPassed)
        #expect(!SelfTestRecords.Record(failure: "no").hasPassed)
    }

    @Test func `keeps a failure of several lines in one`() throws {
        let scratch = try ScratchDirectory()
        let records = SelfTestRecords(state: scratch.path)
        try records.keep(.init(failure: "a\nb"), of: "abc")
        #expect(records.record(of: "abc") == .init(failure: "a b"))
    }

    @Test func `takes a damaged record as none`() throws {
        let scratch = try ScratchDirectory()
        let records = SelfTestRecords(state: scratch.path)
        try records.keep(.init(), of: "abc")
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/self-tests")
        #expect(names.count == 1)
        try scratch.file("self-tests/\(names[0])", Array("0.1.0\n".utf8))
        #expect(records.record(of: "abc") == nil)
    }

    @Test func `says where it could not write`() throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("state")
        let complaint = try #require(throws: Complaint.self) {
            try SelfTestRecords(state: file).keep(.init(), of: "abc")
        }
        #expect(complaint.exitCode == .ownFailure)
        #expect(complaint.message.hasSuffix("make it writable or set ASSAY_STATE"))
    }
}
