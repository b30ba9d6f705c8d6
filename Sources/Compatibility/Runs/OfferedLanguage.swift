internal import Core
public import Languages

/// A language as the adapters tell of it.
public struct OfferedLanguage: Sendable {
    /// How it is compiled and run.
    public var profile: LanguageProfile
    /// The version that a worker's toolchain tells of itself; nil: nobody knows.
    public var version: String?
    /// Whether a worker has it now.
    public var isAvailable: Bool

    /// A language, as it is offered now.
    public init(profile: LanguageProfile, version: String? = nil, isAvailable: Bool) {
        self.profile = profile
        self.version = version
        self.isAvailable = isAvailable
    }

    /// What a file of this language is called where nobody says.
    var fileName: String { "main." + (profile.extensions.first ?? "txt") }

    /// The name for people, with the version where it is known.
    var title: String { version.map { "\(profile.name), \($0)" } ?? profile.name }

    /// Whether there is a program besides the source: what is only checked is not said to be compiled.
    var isCompiled: Bool {
        profile.compile != nil && !profile.run.command.contains { $0.text.contains("{main}") }
    }
}
