internal import Languages
public import Service

/// Judge0's numbers of languages, as far as profiles have them.
public struct Judge0Languages: Sendable {
    private let byID: [Int: OfferedLanguage]

    /// The numbers that the profiles of these languages have.
    public init(_ languages: [OfferedLanguage]) {
        var byID: [Int: OfferedLanguage] = [:]
        // Where two profiles have one number, the first is it: the one that a file's extension would mean, too.
        for language in languages.sorted(by: { $0.profile.priority > $1.profile.priority }) {
            for id in language.profile.names.judge0 where byID[id] == nil { byID[id] = language }
        }
        self.byID = byID
    }

    /// The language of that number, whether a worker has it or not.
    public subscript(_ id: Int) -> OfferedLanguage? { byID[id] }

    /// What `GET /languages` answers: what a worker has now; `GET /languages/all` has the others as archived ones.
    public func list(withArchived: Bool) -> JSONValue {
        .list(
            byID.sorted { $0.key < $1.key }.filter { withArchived || $0.value.isAvailable }.map { id, language in
                var members: [JSONValue.Member] = [.init("id", .number(id)), .init("name", .text(language.title))]
                if withArchived { members.append(.init("is_archived", .flag(!language.isAvailable))) }
                return .object(members)
            }
        )
    }

    /// What `GET /languages/{id}` answers; nil: there is no such language.
    public func details(_ id: Int) -> JSONValue? {
        byID[id].map { language in
            .object([
                .init("id", .number(id)),
                .init("name", .text(language.title)),
                .init("is_archived", .flag(!language.isAvailable)),
                .init("source_file", .text(language.fileName)),
                .init("compile_cmd", .text(orNull: Judge0Languages.line(language.profile.compile?.command))),
                .init("run_cmd", .text(orNull: Judge0Languages.line(language.profile.run.command))),
            ])
        }
    }

    private static func line(_ command: [Template]?) -> String? {
        command?.map(\.text).joined(separator: " ")
    }
}
