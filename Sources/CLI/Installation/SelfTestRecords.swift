internal import Core
internal import Digest
internal import Languages
internal import Linux

/// What self-tests have shown, kept in the state directory, so that a toolchain is tested once and not before every use.
package struct SelfTestRecords: Sendable {
    /// What is known of a toolchain.
    package struct Record: Hashable, Sendable {
        /// Whether its self-test has been run.
        package var isTested: Bool
        /// Why the language does not work here; nil when it does, as far as anybody tried.
        package var failure: String?
        /// The toolchain's version, where it is known.
        package var version: String?
        /// How long the self-test took, on the clock.
        package var seconds: Double?

        /// A record of a failure, or of success.
        package init(isTested: Bool = true, failure: String? = nil, version: String? = nil, seconds: Double? = nil) {
            self.isTested = isTested
            self.failure = failure
            self.version = version
            self.seconds = seconds
        }

        /// Whether the self-test has been run and has passed.
        package var hasPassed: Bool { isTested && failure == nil }
    }

    private let directory: String

    /// The records in the state directory `state`.
    package init(state: String) { directory = state + "/self-tests" }

    /// What is known of the toolchain with that fingerprint; nil when that is nothing.
    ///
    /// What cannot be read counts as never written: the test is run again, and nothing is offered without one.
    package func record(of fingerprint: String) -> Record? {
        guard let bytes = try? HostFile.read(path(of: fingerprint), limit: .kibibytes(64)),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 6, lines[0] == Version.number, lines[5].isEmpty else { return nil }
        guard let word = Word(rawValue: lines[1]), (word == .failed) == !lines[2].isEmpty else { return nil }
        return Record(
            isTested: word != .untested,
            failure: lines[2].isEmpty ? nil : lines[2],
            version: lines[3].isEmpty ? nil : lines[3],
            seconds: Int(lines[4]).map { Double($0) / 1000 }
        )
    }

    /// Keeps what became known of the toolchain with that fingerprint.
    ///
    /// - Throws: `Complaint` when it cannot be written.
    package func keep(_ record: Record, of fingerprint: String) throws(Complaint) {
        let word: Word = record.isTested ? (record.failure == nil ? .passed : .failed) : .untested
        let milliseconds = record.seconds.map { String(Int(($0 * 1000).rounded())) } ?? ""
        let lines = [Version.number, word.rawValue, record.failure ?? "", record.version ?? "", milliseconds]
        let text = lines.map { VisibleText.line($0) + "\n" }.joined()
        do {
            try HostDirectory.make(directory)
            try HostFile.replace(path(of: fingerprint), with: Array(text.utf8))
        } catch {
            throw .ownFailure("could not write to \(directory): \(error); make it writable or set ASSAY_STATE")
        }
    }

    /// How it stands with a toolchain, as records write it.
    private enum Word: String {
        case untested, passed, failed
    }

    private func path(of fingerprint: String) -> String {
        var digest = SHA256()
        digest.update(field: fingerprint)
        return directory + "/" + digest.finish()
    }
}
