package import Core
package import Languages
package import Problems

/// Decides in which language a submission is written.
package enum LanguageChoice {
    /// The profile that was asked for, or else the one that the files show, for a submission to `problem`.
    ///
    /// - Throws: `Complaint` for a language that is not known, `DetectionError` when the files do not tell.
    package static func profile(
        asked: String?,
        files: [Submission.SourceFile],
        catalog: LanguageCatalog,
        problem: Problem? = nil
    ) throws -> LanguageProfile {
        guard let asked else {
            let detected = try catalog.detect(files: files)
            if detected.id == "perl", let prolog = catalog.profile("prolog"), isProlog(files, on: problem) {
                return prolog
            }
            if detected.id == "objectivec", let octave = catalog.profile("octave"), isOctave(files, on: problem) {
                return octave
            }
            return detected
        }
        if let profile = catalog.profile(LanguageID(asked)) { return profile }
        let near = catalog.suggestions(for: asked).prefix(3).map(\.rawValue)
        let mend = near.isEmpty ? "assay languages lists them" : "did you mean \(near.joined(separator: " or "))?"
        throw Complaint.badInput("there is no language \(asked); \(mend)")
    }

    /// Whether `.pl` files without a `#!` line, which would be Perl, are Prolog.
    ///
    /// The table of the package format says that `.pl` is Prolog, and most Perl programs are called so, too. So what the
    /// problem allows decides, and then the clauses: without `:-` no Prolog program does anything, and in Perl it only
    /// comes up behind `?` or in a text with a variable.
    private static func isProlog(_ files: [Submission.SourceFile], on problem: Problem?) -> Bool {
        guard files.allSatisfy({ Shebang($0.content) == nil }) else { return false }
        if let problem, problem.allows("perl") != problem.allows("prolog") { return problem.allows("prolog") }
        return files.contains { file in
            file.name.hasSuffix(".pl")
                && file.content.split(separator: UInt8(ascii: "\n")).contains { line in
                    var before: UInt8 = 0
                    for byte in line {
                        switch byte {
                        case UInt8(ascii: "?"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"): return false
                        case UInt8(ascii: "-") where before == UInt8(ascii: ":"): return true
                        default: before = byte
                        }
                    }
                    return false
                }
        }
    }

    /// Whether `.m` files, which would be Objective-C, are Octave.
    ///
    /// What the problem allows decides, and then whether a line begins as some line of every program in Objective-C does.
    private static func isOctave(_ files: [Submission.SourceFile], on problem: Problem?) -> Bool {
        if let problem, problem.allows("objectivec") != problem.allows("octave") { return problem.allows("octave") }
        let starts = ["#import", "#include", "@import", "@interface", "@implementation", "int main", "void main"]
        return !files.contains { file in
            !file.name.hasSuffix(".m")
                || file.content.split(separator: UInt8(ascii: "\n")).contains { line in
                    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                    return starts.contains { text.starts(with: $0.utf8) }
                }
        }
    }
}
