internal import Core
internal import Digest
internal import Languages

/// The version of a toolchain, asked for in a box once and then kept like an artifact.
struct ToolchainVersion: Sendable {
    let boxes: Boxes

    /// What `toolchain` says its version is; empty when it does not say.
    ///
    /// - Throws: `.machinery` when the executor failed.
    func version(of toolchain: Toolchain) async throws(GradingError) -> String {
        var digest = SHA256()
        digest.update(field: "assay toolchain version 1")
        digest.update(field: toolchain.profile.id.rawValue)
        digest.update(field: toolchain.fingerprint)
        let key = ArtifactKey(rawValue: digest.finish())
        if let kept = try await boxes.note(ofArtifact: key) { return String(decoding: kept, as: UTF8.self) }
        let outcome = try await boxes.run(toolchain.versionCommand())
        guard outcome.stop == nil else { return "" }
        let text: BoundedText
        do throws(ByteSourceFailure) {
            // Some toolchains tell their version on standard error.
            text = try BoundedText([outcome.standardOutput, outcome.standardError], limit: BoundedText.messageLimit)
        } catch {
            throw GradingError(reading: "the version of \(toolchain.profile.id)", error)
        }
        guard let version = toolchain.parseVersion(text.text) else { return "" }
        try await boxes.keep(Bundle(files: []), as: key, note: Array(version.utf8))
        return version
    }
}
