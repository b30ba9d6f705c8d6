internal import Core
internal import Digest
internal import Languages
internal import Linux

/// What self-tests have shown, kept in the state directory, so that a toolchain is tested once and not before every use.
package struct SelfTestRecords: Sendable {
    /// What one showed.
    package struct Record: Hashable, Sendable {
        /// Why the language does not work here; nil when it does.
        package var failure: String?
        /// The toolchain's version, where it is known.
        package var version: String?

        /// A record of a failure, or of success.
        package init(failure: String? = nil, version: String? = nil) {
            self.failure = failure
            self.version = version
        }
    }

    private let directory: String

    /// The records in the state directory `state`.
    package init(state: String) { directory = state + "/self-tests" }

    /// What the self-test of the toolchain with that fingerprint showed; nil when it was never run.
    ///
    /// What cannot be read counts as never written: the test is run again, and nothing is offered without one.
    package func record(of fingerprint: String) -> Record? {
        guard let bytes = try? HostFile.read(path(of: fingerprint), limit: .kibibytes(64)),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 4, lines[0] == Version.number, lines[3].isEmpty else { return nil }
        return Record(failure: lines[1].isEmpty ? nil : lines[1], version: lines[2].isEmpty ? nil : lines[2])
    }

    /// Keeps what a self-test showed.
    ///
    /// - Throws: `Complaint` when it cannot be written.
    package func keep(_ record: Record, of fingerprint: String) throws(Complaint) {
        let lines = [Version.number, record.failure ?? "", record.version ?? ""]
        let text = lines.map { VisibleText.line($0) + "\n" }.joined()
        do {
            try HostDirectory.make(directory)
            try HostFile.replace(path(of: fingerprint), with: Array(text.utf8))
        } catch {
            throw .ownFailure("could not write to \(directory): \(error); make it writable or set ASSAY_STATE")
        }
    }

    private func path(of fingerprint: String) -> String {
        var digest = SHA256()
        digest.update(field: fingerprint)
        return directory + "/" + digest.finish()
    }
}
