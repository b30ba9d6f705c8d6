internal import Core
internal import Languages

/// What `assay doctor` says of what is prepared for languages.
enum PreparationFinding {
    /// The row; nil where nothing can be said, since what it would be read from is missing.
    static func row(_ invocation: Invocation) -> HostTable.Row? {
        guard let store = try? invocation.preparedStore(), let catalog = try? invocation.catalog(),
            let locator = try? invocation.locator()
        else { return nil }
        let toolchains = catalog.profiles.filter { !$0.prepare.isEmpty }.compactMap { try? locator.locate($0) }
        var ready = 0
        var plain: [String] = []
        var damage: String?
        for toolchain in toolchains {
            let conditions = toolchain.preparations.map(\.condition)
            let isReady = toolchain.preparations.allSatisfy { $0.entry != nil }
            if isReady { ready += 1 } else { plain.append(toolchain.profile.id.rawValue) }
            for case .damaged(let reason) in conditions { damage = damage ?? "\(toolchain.profile.id): \(reason)" }
        }
        let name = "prepared languages"
        let group = "installation"
        guard !plain.isEmpty else {
            let found = "\(Figures.count(ready, "language")) in \(store.directory)"
            return HostTable.Row(key: "prepared", group: group, name: name, state: .ok, found: found)
        }
        let names = plain.prefix(6).joined(separator: ", ") + (plain.count > 6 ? " and \(plain.count - 6) more" : "")
        let damaged = damage.map { "; damaged and not used: \($0)" } ?? ""
        return HostTable.Row(
            key: "prepared",
            group: group,
            name: name,
            state: .degraded,
            found: "\(ready) of \(toolchains.count); slower than need be: \(names)\(damaged)",
            mend: "prepare them, again after every update of a toolchain:",
            command: "assay languages --prepare"
        )
    }
}
