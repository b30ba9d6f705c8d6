internal import Core
internal import Grading
internal import Languages

/// What is known of the languages on this host.
struct LanguageSurvey: Sendable {
    let catalog: LanguageCatalog
    let locator: ToolchainLocator
    let records: SelfTestRecords

    /// One language, and its tools where they are there.
    struct Entry: Sendable {
        let profile: LanguageProfile
        let toolchain: Toolchain?
        /// Why it is missing; nil when it is not.
        let lack: MissingToolchain?
    }

    /// What there is of `profiles`, without running anything.
    func entries(of profiles: [LanguageProfile]) -> [Entry] {
        profiles.map { profile in
            do throws(MissingToolchain) {
                return Entry(profile: profile, toolchain: try locator.locate(profile), lack: nil)
            } catch {
                return Entry(profile: profile, toolchain: nil, lack: error)
            }
        }
    }

    /// The row of the table for that language, from what is recorded.
    func row(for entry: Entry) -> LanguageTable.Row {
        let profile = entry.profile
        var row = LanguageTable.Row(
            id: profile.id.rawValue,
            name: profile.name,
            state: .missing,
            extensions: profile.extensions,
            packages: profile.packages,
            tier: profile.tier.rawValue
        )
        guard let toolchain = entry.toolchain else {
            row.reason = entry.lack?.description
            row.install = entry.lack?.installCommands ?? []
            return row
        }
        let record = records.record(of: toolchain.fingerprint)
        row.state = if let record, record.isTested { record.failure == nil ? .offered : .failed } else { .untested }
        row.version = record?.version
        row.seconds = record?.seconds
        row.reason = record?.failure
        row.prepared = toolchain.preparations.map { PreparationSummary($0) }
        return row
    }

    /// Those that are there and have never said what version they are.
    func unknown(among entries: [Entry]) -> [Toolchain] {
        entries.compactMap(\.toolchain).filter { records.record(of: $0.fingerprint) == nil }
    }
}
