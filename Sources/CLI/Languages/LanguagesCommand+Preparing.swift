internal import Core
internal import Grading
internal import Languages
internal import Linux

extension LanguagesCommand {
    /// Prepares what `entries` want to have prepared, one after the other: each may use the whole machine.
    ///
    /// Where all languages are meant, what no language wants any more is removed.
    static func prepare(
        _ entries: [LanguageSurvey.Entry],
        by survey: LanguageSurvey,
        meansAll: Bool,
        _ invocation: Invocation
    ) async throws -> ExitCode {
        guard let store = try invocation.preparedStore() else {
            throw Complaint.badInput("ASSAY_PREPARED=none says that nothing prepared is to be used; unset it")
        }
        let wanted = entries.compactMap(\.toolchain).filter { !$0.preparations.isEmpty }
        let status = StatusLine(on: invocation.console.error)
        defer { try? status.clear() }
        let change = try store.beginChange()
        var rows: [PreparationTable.Row] = []
        if !wanted.isEmpty {
            rows = try await invocation.withSandbox(slots: 1) { sandbox in
                let preparer = Preparer(
                    executor: sandbox,
                    catalog: survey.catalog,
                    locator: survey.locator,
                    store: store
                )
                var rows: [PreparationTable.Row] = []
                for (index, toolchain) in wanted.enumerated() {
                    try status.show("preparing \(toolchain.profile.id): \(index + 1) of \(wanted.count)")
                    rows += try await preparer.prepare(toolchain.profile, change).map { PreparationTable.Row($0) }
                }
                return rows
            }
        }
        if meansAll {
            let profiles = survey.catalog.profiles
            let keys = survey.entries(of: profiles).compactMap(\.toolchain).flatMap { $0.preparations.map(\.key) }
            let purposes = profiles.flatMap { profile in profile.prepare.map { profile.purpose(of: $0) } }
            store.removeStale(keeping: Set(keys), among: Set(purposes), change)
        }
        try status.clear()
        let table = PreparationTable(rows: rows)
        if invocation.arguments.has("json") {
            try invocation.console.output.write(JSONLine.bytes(of: table))
        } else {
            try invocation.console.output.write(lines: table.lines(style: invocation.console.output.style))
        }
        return rows.contains { $0.result == .failed } ? .notGood : .good
    }
}

/// How it stands with a preparation, in a word and with a reason where there is one.
package struct PreparationSummary: Hashable, Sendable, Encodable {
    /// What the profile calls it.
    package var name: String
    /// `ready`, `missing`, `stale` or `damaged`.
    package var state: String
    /// What its files hold together, in bytes; nil where it cannot be used.
    package var size: Int?
    /// What is wrong with it; nil where nothing is, or it was never made.
    package var reason: String?

    /// A preparation that stands so.
    package init(name: String, state: String, size: Int? = nil, reason: String? = nil) {
        self.name = name
        self.state = state
        self.size = size
        self.reason = reason
    }

    /// How it stands with `state`.
    init(_ state: PreparationState) {
        let name = state.preparation.name
        switch state.condition {
        case .ready(let entry): self.init(name: name, state: "ready", size: entry.size.bytes)
        case .missing: self.init(name: name, state: "missing")
        case .stale:
            self.init(name: name, state: "stale", reason: "made for a toolchain or a profile that has changed since")
        case .damaged(let reason): self.init(name: name, state: "damaged", reason: reason)
        }
    }

    private enum Key: String, CodingKey {
        case name, state, size, reason
    }

    /// Writes it with every field present.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(state, forKey: .state)
        try container.encode(size, forKey: .size)
        try container.encode(reason, forKey: .reason)
    }
}
