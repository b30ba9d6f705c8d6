import Linux

/// A package that is in a root.
struct InstalledPackage: Hashable {
    let name: String
    let version: String

    var line: String { "\(name) \(version)" }

    /// The packages that `status`, the text of `/var/lib/dpkg/status` (dpkg-query(1)), calls installed, by name.
    static func all(inStatus status: String) -> [InstalledPackage] {
        var result: [InstalledPackage] = []
        var name = ""
        var version = ""
        var isInstalled = false
        let lines: [Substring] = status.split(separator: "\n", omittingEmptySubsequences: false) + [""]
        for line in lines {
            if line.isEmpty {
                if isInstalled, !name.isEmpty { result.append(InstalledPackage(name: name, version: version)) }
                (name, version, isInstalled) = ("", "", false)
            } else if line.hasPrefix("Package: ") {
                name = String(line.dropFirst("Package: ".count))
            } else if line.hasPrefix("Version: ") {
                version = String(line.dropFirst("Version: ".count))
            } else if line.hasPrefix("Status: ") {
                isInstalled = line.hasSuffix(" installed")
            }
        }
        return result.sorted { ($0.name, $0.version) < ($1.name, $1.version) }
    }
}
