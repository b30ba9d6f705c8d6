internal import Core
internal import Grading
internal import Languages

/// Makes sure that a language works here before anybody is judged in it.
struct OfferedLanguage {
    let records: SelfTestRecords
    let tester: SelfTester

    /// Returns when the self-test of `toolchain` has passed: before, or now.
    ///
    /// A failure is tried again every time, as its cause may be gone.
    ///
    /// - Throws: `Complaint` when it fails or cannot be recorded, `GradingError` when it cannot be run.
    func require(_ toolchain: Toolchain, announce: () -> Void) async throws {
        if records.record(of: toolchain.fingerprint)?.hasPassed == true { return }
        announce()
        let result = try await tester.test(toolchain.profile)
        let record = SelfTestRecords.Record(result)
        try records.keep(record, of: toolchain.fingerprint)
        if let failure = result.failure {
            let id = toolchain.profile.id
            throw Complaint.ownFailure(
                "\(id) does not work here, \(failure); see assay doctor, then reinstall its tools"
            )
        }
    }
}

extension SelfTestRecords.Record {
    /// The record of what a self-test showed.
    init(_ result: SelfTester.Result) {
        self.init(failure: result.failure, version: result.version, seconds: result.seconds)
    }
}
