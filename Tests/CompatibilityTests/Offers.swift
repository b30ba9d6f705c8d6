import Compatibility
import Core
import Languages
import Service
import Testing

/// Languages as a service would offer them, from the project's own profiles.
enum Offers {
    static let versions = [
        "python3": "3.11.2", "c": "12.2.0", "cpp": "12.2.0", "cpp17": "12.2.0", "javascript": "18.19.0",
        "java": "17.0.9",
    ]

    /// Every profile; those with a version are available.
    static func all() throws -> [OfferedLanguage] {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let catalog = try LanguageCatalog(directory: "/" + root + "/Sandboxes/languages")
        return catalog.profiles.map {
            let version = versions[$0.id.rawValue]
            return OfferedLanguage(profile: $0, version: version, isAvailable: version != nil)
        }
    }

    /// The value that a text is.
    static func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
}
