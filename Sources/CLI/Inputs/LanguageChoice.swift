package import Core
package import Languages
package import Problems

/// Decides in which language a submission is written.
package enum LanguageChoice {
    /// The profile that was asked for, or else the one that the files show, for a submission to `problem`.
    ///
    /// - Throws: `Complaint` for a language that is not known, `DetectionError` when the files do not tell.
    package static func profile(
        asked: String?,
        files: [Submission.SourceFile],
        catalog: LanguageCatalog,
        problem: Problem? = nil
    ) throws -> LanguageProfile {
        guard let asked else { return try catalog.detect(files: files, allowed: problem.map { $0.allows }) }
        if let profile = catalog.profile(LanguageID(asked)) { return profile }
        let near = catalog.suggestions(for: asked).prefix(3).map(\.rawValue)
        let mend = near.isEmpty ? "assay languages lists them" : "did you mean \(near.joined(separator: " or "))?"
        throw Complaint.badInput("there is no language \(asked); \(mend)")
    }
}
