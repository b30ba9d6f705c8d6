public import Core

/// The languages that Assay knows: the profiles in one directory.
public struct LanguageCatalog: Sendable {
    /// The profiles, sorted by id.
    public let profiles: [LanguageProfile]

    /// Reads every `.yaml` file of `directory`.
    ///
    /// - Throws: `ProfileError` for the first mistake.
    public init(directory: String) throws(ProfileError) {
        profiles = []
    }

    /// The profile with that id or alias.
    public func profile(_ id: LanguageID) -> LanguageProfile? { nil }

    /// The language of a submission, from its files' names and first lines.
    ///
    /// - Throws: `DetectionError` when that does not tell.
    public func detect(files: [Submission.SourceFile]) throws(DetectionError) -> LanguageProfile {
        throw DetectionError("")
    }

    /// Ids that are nearly `id`, the nearest first.
    public func suggestions(for id: String) -> [LanguageID] { [] }
}
