import Core

/// Tells the language of a submission.
///
/// Every file whose extension some language compiles has a say, but for those that by their whole name go with another
/// one's, as `go.mod`; a language is possible when each of these is a source of it, or one that may come along. Of the
/// possible ones a `#!` line decides, then the priority. A profile that is
/// not to be detected is chosen by a `#!` line alone.
struct LanguageDetector {
    let profiles: [LanguageProfile]

    func language(of files: [Submission.SourceFile]) throws(DetectionError) -> LanguageProfile {
        guard let first = files.first else {
            throw DetectionError("there are no source files; name at least one")
        }
        let detected = profiles.filter(\.isDetected)
        let deciding = files.filter { file in
            detected.contains { compiles($0, file) } && !profiles.contains { $0.companions.contains(nameOf(file)) }
        }
        if deciding.isEmpty {
            if let profile = named(byFirstLineOf: first, among: profiles) { return profile }
            throw unknown(files, first)
        }
        let possible = profiles.filter { profile in
            deciding.contains { compiles(profile, $0) }
                && deciding.allSatisfy { compiles(profile, $0) || accompanies(profile, $0) }
        }
        for file in deciding {
            if let profile = named(byFirstLineOf: file, among: possible) { return profile }
        }
        guard
            let best = possible.filter(\.isDetected).max(by: {
                ($0.priority, $1.id.rawValue) < ($1.priority, $0.id.rawValue)
            })
        else {
            let names = deciding.map(\.name).joined(separator: ", ")
            throw DetectionError("\(names) are in different languages; leave some out, or say which with --language")
        }
        return best
    }

    private func compiles(_ profile: LanguageProfile, _ file: Submission.SourceFile) -> Bool {
        contains(profile.extensions, file)
    }

    private func accompanies(_ profile: LanguageProfile, _ file: Submission.SourceFile) -> Bool {
        contains(profile.companions, file) || profile.companions.contains(nameOf(file))
    }

    private func nameOf(_ file: Submission.SourceFile) -> String { FileName(file.name).last }

    private func contains(_ extensions: [String], _ file: Submission.SourceFile) -> Bool {
        let suffix = FileName(file.name).fileExtension
        guard !suffix.isEmpty else { return false }
        // As written first: `.C` is C++, where `.c` is not. Only what nobody knows as written is looked at again.
        if extensions.contains(suffix) { return true }
        let isKnownAsWritten = profiles.contains { $0.extensions.contains(suffix) || $0.companions.contains(suffix) }
        return !isKnownAsWritten && extensions.contains(suffix.lowercased())
    }

    /// The language whose interpreter the file's `#!` line names.
    private func named(byFirstLineOf file: Submission.SourceFile, among profiles: [LanguageProfile]) -> LanguageProfile?
    {
        guard let interpreter = Shebang(file.content)?.interpreter else { return nil }
        return profiles.filter { $0.interpreters.contains(interpreter) }
            .max { ($0.priority, $1.id.rawValue) < ($1.priority, $0.id.rawValue) }
    }

    private func unknown(_ files: [Submission.SourceFile], _ first: Submission.SourceFile) -> DetectionError {
        if let owner = profiles.filter({ $0.isDetected && accompanies($0, first) }).max(by: {
            $0.priority < $1.priority
        }) {
            return DetectionError(
                "\(first.name) only goes with other sources; add one, or say --language \(owner.id)"
            )
        }
        let suffix = FileName(first.name).fileExtension
        guard !suffix.isEmpty else {
            return DetectionError("\(first.name) has no extension to tell its language by; say which with --language")
        }
        let known = Set(profiles.filter(\.isDetected).flatMap(\.extensions)).sorted()
        let near = NearNames.of(suffix, among: known).first.map { "; did you mean .\($0)?" } ?? ""
        let mend = near.isEmpty ? "; say which language it is with --language" : near + " Else say --language"
        return DetectionError("\(first.name): no language has the extension .\(suffix)\(mend)")
    }
}

/// The `#!` line of a script.
package struct Shebang {
    /// The interpreter's name without its directory, as in `python3`.
    package let interpreter: String

    /// Reads the first line of `content`; nil when it is no `#!` line.
    package init?(_ content: [UInt8]) {
        guard content.starts(with: Array("#!".utf8)) else { return nil }
        let line = content.dropFirst(2).prefix(256).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        var words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if let first = words.first, FileName(String(first)).last == "env" {
            words.removeFirst()
            // Options of env, and variables that it sets.
            words.removeAll { $0.hasPrefix("-") || $0.contains("=") }
        }
        guard let word = words.first else { return nil }
        interpreter = FileName(String(word)).last
    }
}
