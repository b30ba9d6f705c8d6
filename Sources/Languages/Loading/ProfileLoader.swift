import Core
import Linux
import YAML

/// Reads and checks the profiles of a directory.
struct ProfileLoader {
    private static let rules: [any ProfileRule] = [
        IDNamesTheFile(), PlaceholdersAreKnown(), CommandsStartWithATool(), PreparationsFit(), MountsAreNarrow(),
        RootIsKnown(),
        SelfTestFits(),
    ]
    private static let catalogRules: [any CatalogRule] = [
        NamesAreUnique(), PrioritiesDecide(), Judge0NumbersAreUnique(),
    ]

    /// The profiles, sorted by id; only those that can matter where `relevance` says to what.
    static func load(
        _ directory: String,
        _ relevance: ProfileRelevance? = nil
    ) throws(ProfileError) -> [LanguageProfile] {
        let all = try files(in: directory)
        let files = relevance?.picked(from: all) ?? all
        let sources = try files.map { file throws(ProfileError) in try ProfileSource(file) }
        // Binds need absolute paths, wherever the command was started.
        let place = HostDirectory.resolve(directory) ?? directory
        let named = Dictionary(sources.map { ($0.stem, $0) }) { first, _ in first }
        // Those that others extend come first, so that a mistake is told of the file that it is in.
        let order = sources.filter { $0.node["extends"] == nil } + sources.filter { $0.node["extends"] != nil }
        var parsed: [ParsedProfile] = []
        for source in order {
            let whole = try source.extended(by: named)
            let decoder = try ProfileDecoder(whole.node, file: whole.file, directory: place)
            let decoded = try decoder.profile(digest: whole.digest, sets: whole.sets)
            let profile = ParsedProfile(profile: decoded, source: whole)
            for rule in rules {
                if let offence = rule.offence(of: profile) { throw offence }
            }
            parsed.append(profile)
        }
        for rule in catalogRules {
            if let offence = rule.offence(of: parsed) { throw offence }
        }
        let places = parsed.indices.sorted { parsed[$0].source.stem < parsed[$1].source.stem }
        return places.map { parsed[$0].profile }
    }

    private static func files(in directory: String) throws(ProfileError) -> [ProfileFile] {
        let names: [String]
        do {
            names = try HostDirectory.names(in: directory).filter { $0.hasSuffix(".yaml") }
        } catch {
            throw ProfileError(file: directory, line: nil, message: "cannot be listed: \(error)")
        }
        guard !names.isEmpty else {
            let message = "has no language profiles (*.yaml); point ASSAY_SANDBOXES at the Sandboxes directory"
            throw ProfileError(file: directory, line: nil, message: message)
        }
        return try names.map { name throws(ProfileError) in try ProfileFile(directory: directory, name: name) }
    }
}
