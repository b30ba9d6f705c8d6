internal import Core
package import Languages

/// The languages that somebody means by some words.
package enum LanguageSelection {
    /// Those of `catalog` that `words` name, all where there are none; of the tier that was asked for.
    ///
    /// A word is an id, an alias, or a pattern with `*` for ids.
    ///
    /// - Throws: `Complaint` for a word that means no language.
    package static func profiles(
        _ words: [String],
        tier: String?,
        in catalog: LanguageCatalog
    ) throws(Complaint) -> [LanguageProfile] {
        var ids: Set<LanguageID> = []
        for word in words { ids.formUnion(try meant(by: word, in: catalog)) }
        var result = words.isEmpty ? catalog.profiles : catalog.profiles.filter { ids.contains($0.id) }
        if let tier {
            guard let tier = Tier(rawValue: tier) else {
                let tiers = Tier.allCases.map(\.rawValue).joined(separator: " or ")
                throw .badInput("there is no tier \(tier); --tier takes \(tiers)")
            }
            result = result.filter { $0.tier == tier }
        }
        return result
    }

    private static func meant(by word: String, in catalog: LanguageCatalog) throws(Complaint) -> [LanguageID] {
        if word.contains("*") {
            let found = catalog.profiles.filter { matches($0.id.rawValue, word) }
            guard !found.isEmpty else { throw .badInput("no language matches \(word); assay languages lists them") }
            return found.map(\.id)
        }
        if let profile = catalog.profile(LanguageID(word)) { return [profile.id] }
        let near = catalog.suggestions(for: word).map(\.rawValue)
        let mend = near.isEmpty ? "assay languages lists them" : "did you mean \(near.joined(separator: " or "))?"
        throw .badInput("there is no language \(word); \(mend)")
    }

    /// Whether `text` is as `pattern` has it, in which `*` stands for anything.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        let parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
        var rest = text[...]
        guard let first = parts.first, rest.hasPrefix(first) else { return false }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return parts.count == 1 ? rest.isEmpty : rest.hasSuffix(parts[parts.count - 1])
    }
}
