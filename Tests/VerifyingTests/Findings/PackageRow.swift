import Testing

/// A package that is right but for some files, and what is found.
struct PackageRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String?]
    let findings: [String]

    /// A package of the older format, with these files beside or instead.
    static func legacy(_ name: String, _ files: [String: String?], _ findings: [String]) -> PackageRow {
        PackageRow(testDescription: "legacy: " + name, files: Tree.legacy.merging(files) { $1 }, findings: findings)
    }

    /// A package of the newer format, with these files beside or instead.
    static func newer(_ name: String, _ files: [String: String?], _ findings: [String]) -> PackageRow {
        PackageRow(testDescription: "2025-09: " + name, files: Tree.newer.merging(files) { $1 }, findings: findings)
    }

    /// A package of the newer format with more lines in its `problem.yaml`.
    static func lines(_ lines: String, _ findings: [String]) -> PackageRow {
        newer(lines, ["problem.yaml": Tree.newerMetadata + lines + "\n"], findings)
    }
}
