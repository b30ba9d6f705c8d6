public import Core

/// The languages that Assay knows: the profiles in one directory.
public struct LanguageCatalog: Sendable {
    /// The profiles, sorted by id.
    public let profiles: [LanguageProfile]
    private let places: [String: Int]

    /// Reads every `.yaml` file of `directory`.
    ///
    /// - Throws: `ProfileError` for the first mistake.
    public init(directory: String) throws(ProfileError) {
        self.init(profiles: try ProfileLoader.load(directory))
    }

    /// Reads those of `directory` that can matter to one submission, which takes a fraction of the time that all take.
    ///
    /// What `detect` and `profile` give for it is what the whole catalog gives. Where they give nothing, ask the whole one.
    ///
    /// - Parameters:
    ///   - directory: Where the profiles are.
    ///   - files: The submission's files.
    ///   - asked: The id or alias of the language that was asked for.
    ///   - ids: The ids of languages that are needed besides.
    /// - Throws: `ProfileError` for the first mistake in one of those.
    public init(
        directory: String,
        files: [Submission.SourceFile],
        asked: String?,
        ids: [LanguageID]
    ) throws(ProfileError) {
        var words: Set<String> = []
        if let asked { words.formUnion([asked, asked.lowercased()]) }
        // Of files whose language was asked for, who may come along does not depend on other languages.
        for file in files where asked == nil {
            let name = FileName(file.name)
            words.formUnion([name.fileExtension, name.fileExtension.lowercased(), name.last])
            if let interpreter = Shebang(file.content)?.interpreter { words.insert(interpreter) }
        }
        words.remove("")
        let relevance = ProfileRelevance(words: words, ids: Set(ids.map(\.rawValue)))
        self.init(profiles: try ProfileLoader.load(directory, relevance))
    }

    private init(profiles: [LanguageProfile]) {
        self.profiles = profiles
        var places: [String: Int] = [:]
        for (place, profile) in profiles.enumerated() {
            for word in [profile.id.rawValue] + profile.aliases { places[word] = place }
        }
        self.places = places
    }

    /// The profile with that id or alias; capital letters do not matter.
    public func profile(_ id: LanguageID) -> LanguageProfile? {
        (places[id.rawValue] ?? places[id.rawValue.lowercased()]).map { profiles[$0] }
    }

    /// The language of a submission, from its files' names and first lines, and for an extension that several languages
    /// have from what is `allowed` and what their lines look like.
    ///
    /// - Parameters:
    ///   - files: The submission's files.
    ///   - allowed: What the problem allows submissions to be written in; nil without a problem.
    /// - Returns: The language's profile.
    /// - Throws: `DetectionError` when that does not tell.
    public func detect(
        files: [Submission.SourceFile],
        allowed: ((LanguageID) -> Bool)? = nil
    ) throws(DetectionError) -> LanguageProfile {
        let detected = try LanguageDetector(profiles: profiles).language(of: files)
        if detected.id == "forth", let file = files.first(where: SharedExtension.isFSharp) {
            throw DetectionError(
                "\(file.name) looks like F#, which cannot be had here; if it is Forth, say --language forth"
            )
        }
        let other = SharedExtension(allows: allowed).other(than: detected.id, for: files)
        return other.flatMap(profile) ?? detected
    }

    /// Whether files that were found to be in `language` may be in another one where a problem says so.
    public static func sharesExtension(_ language: LanguageID) -> Bool {
        SharedExtension.languages.contains(language)
    }

    /// Ids that are nearly `id`, the nearest first, at most three.
    ///
    /// A language is near when its id, an alias, an extension or the first word of its name is. Of those that share a
    /// word the one that it names comes first, then what is detected, then versions and other implementations.
    public func suggestions(for id: String) -> [LanguageID] {
        var words: [(word: String, id: LanguageID, rank: Int)] = []
        for profile in profiles {
            let name = profile.name.prefix { $0 != " " }.lowercased()
            for word in [profile.id.rawValue] + profile.aliases { words.append((word.lowercased(), profile.id, 0)) }
            for word in [name] + profile.extensions {
                words.append((word.lowercased(), profile.id, profile.isDetected ? 1 : 2))
            }
        }
        words.sort { ($0.rank, $0.id.rawValue) < ($1.rank, $1.id.rawValue) }
        var found: [LanguageID] = []
        for near in NearNames.of(id, among: Set(words.map(\.word)).sorted()) {
            for (word, id, _) in words where word == near && !found.contains(id) { found.append(id) }
        }
        return Array(found.prefix(3))
    }
}
