import Linux

/// Where a root's packages come from.
struct Mirrors: Hashable {
    /// The mirror of the archive.
    var archive: String
    /// The mirror of the updates for security; nil when there is none.
    var security: String?

    /// Names of suites that are Debian's own whatever the host is.
    private static let suites = [
        "bullseye", "bookworm", "trixie", "forky", "sid", "oldoldstable", "oldstable", "stable", "testing", "unstable",
    ]

    /// The mirrors that the host's apt uses, unless others were asked for.
    ///
    /// - Parameters:
    ///   - archive: The mirror that was asked for.
    ///   - security: The mirror of the updates for security that was asked for.
    ///   - sources: What the host's apt uses.
    /// - Throws: `RootError` when there is none.
    init(archive: String?, security: String?, sources: [AptSource]) throws(RootError) {
        for address in [archive, security] { if let address { try Self.check(address) } }
        let usable = sources.filter { Self.isAddress($0.address) && $0.components.contains("main") }
        let own = usable.first { Self.suites.contains($0.suite) }
        let ownSecurity = usable.first { source in
            Self.suites.contains { source.suite == $0 + "-security" || source.suite == $0 + "/updates" }
        }
        guard let archive = archive ?? own?.address else {
            throw .badInput(
                "/etc/apt names no mirror of Debian; give one, as in --mirror http://deb.debian.org/debian"
            )
        }
        self.archive = archive
        self.security = security ?? ownSecurity?.address
    }

    private static func check(_ address: String) throws(RootError) {
        guard isAddress(address) else {
            throw .badInput("\(address) is no mirror; give an address as in http://deb.debian.org/debian")
        }
    }

    /// Whether it is an address that both debootstrap and apt can use, and a line of apt's can hold.
    private static func isAddress(_ text: String) -> Bool {
        (text.hasPrefix("http://") || text.hasPrefix("https://")) && text.utf8.count < 1000
            && text.utf8.allSatisfy { (33...126).contains($0) && ![34, 91, 93].contains($0) }
    }

    /// apt's list of sources for `blueprint`.
    func list(for blueprint: Blueprint) -> String {
        let components = blueprint.components.joined(separator: " ")
        var lines = ["deb \(archive) \(blueprint.release) \(components)"]
        if let updates = blueprint.updates { lines.append("deb \(archive) \(updates) \(components)") }
        if let suite = blueprint.security, let security { lines.append("deb \(security) \(suite) \(components)") }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Whether one of them is reached by https.
    var needsCertificates: Bool { [archive, security ?? ""].contains { $0.hasPrefix("https://") } }
}
