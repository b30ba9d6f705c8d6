internal import Core
internal import Languages
public import Service

/// The runtimes that Piston's clients choose from.
public struct PistonRuntimes: Sendable {
    /// A runtime: a language in one version.
    public struct Runtime: Sendable {
        /// The language behind it.
        public let language: OfferedLanguage
        /// Piston's name for it, or ours where Piston has none.
        public let name: String
        let version: SemanticVersion
        let aliases: [String]

        init(_ language: OfferedLanguage) {
            self.language = language
            let profile = language.profile
            name = profile.names.piston ?? profile.id.rawValue
            // A toolchain whose version nobody knows is older than all others.
            version = language.version.flatMap { SemanticVersion($0) } ?? SemanticVersion(0, 0, 0)
            let own = name
            aliases = ([profile.id.rawValue] + profile.aliases).filter { $0 != own }
        }
    }

    private let runtimes: [Runtime]

    /// Those of `languages` that a worker has now.
    public init(_ languages: [OfferedLanguage]) {
        runtimes = languages.filter(\.isAvailable).map(Runtime.init)
            .sorted { ($0.name, $0.language.profile.id.rawValue) < ($1.name, $1.language.profile.id.rawValue) }
    }

    /// What `GET /api/v2/runtimes` answers.
    public var list: JSONValue {
        .list(
            runtimes.map { runtime in
                .object([
                    .init("language", .text(runtime.name)),
                    .init("version", .text(runtime.version.text)),
                    .init("aliases", .list(runtime.aliases.map(JSONValue.text))),
                ])
            }
        )
    }

    /// The newest runtime of that language (or alias) whose version is in the range; nil: none.
    func find(_ language: String, _ range: VersionRange) -> Runtime? {
        runtimes.filter { ($0.name == language || $0.aliases.contains(language)) && range.contains($0.version) }
            // Of the same version the language's usual profile goes first.
            .max { ($0.version, $0.language.profile.priority) < ($1.version, $1.language.profile.priority) }
    }
}
