import Core

/// How the files of a submission lie in a box, and which of them are compiled and started.
struct SourceLayout {
    /// The files, under the names that they were handed in with, as plain text.
    let given: [BoxFile]
    /// The files, under the names that they have in `/box`.
    let files: [BoxFile]
    /// The names of those that are sources of the language, safe as arguments.
    let sources: [String]
    /// The source that is started, safe as an argument.
    let main: String
    /// A path for the compiled program that is nobody else's.
    let binary: String

    init(profile: LanguageProfile, files: [BoxFile], entry: String?) throws(EntryError) {
        guard !files.isEmpty else { throw EntryError("there are no source files; name at least one") }
        var files = files
        if !files.contains(where: { SourceLayout.isSource($0, of: profile) }), let usual = profile.extensions.first {
            // Said to be of this language, but named otherwise: compilers go by the extension.
            files[0].path += "." + usual
        }
        files = files.map { file in
            let name = FileName(file.path)
            let isText =
                profile.isSource(file.path) || profile.companions.contains(name.fileExtension)
                || profile.companions.contains(name.last)
            return isText ? PlainText.file(file) : file
        }
        given = files
        let sources = files.map(\.path).filter { profile.isSource($0) }
        let named =
            try entry.map { entry throws(EntryError) in
                if profile.entryRule == .compiler { return try SourceLayout.onlyStart(entry, in: files, profile) }
                return try SourceLayout.find(entry, in: sources, profile)
            } ?? nil
        if profile.entryRule.startsClass { files = JavaNaming.named(files, sources: sources, by: profile.entryRule) }
        var main = named
        if profile.naming != .any {
            let begun = named ?? SourceLayout.usualMain(of: sources)
            let all = files.filter { SourceLayout.isSource($0, of: profile) }
            if let index = files.firstIndex(where: { $0.path == begun }),
                let proper = MainName.proper(for: files[index], among: all, by: profile.naming)
            {
                files[index].path = proper
                main = proper
            }
        }
        let compiled = files.map(\.path).filter { profile.isSource($0) }
        self.files = files
        self.sources = compiled.map(SourceLayout.argument)
        self.main = SourceLayout.argument(main ?? SourceLayout.usualMain(of: compiled))
        var binary = "program"
        while files.contains(where: { $0.path == binary }) { binary += "_" }
        self.binary = "/box/" + binary
    }

    private static func isSource(_ file: BoxFile, of profile: LanguageProfile) -> Bool { profile.isSource(file.path) }

    /// The file that `entry` names, with or without its extension; nil where entries are classes.
    private static func find(
        _ entry: String,
        in sources: [String],
        _ profile: LanguageProfile
    ) throws(EntryError) -> String? {
        if profile.entryRule.startsClass { return nil }
        if let exact = sources.first(where: { $0 == entry }) { return exact }
        if let stem = sources.first(where: { FileName($0).stem == entry }) { return stem }
        let names = sources.joined(separator: ", ")
        throw EntryError("there is no source file `\(entry)` to start; the files are \(names)")
    }

    /// Nothing, where `entry` can only mean what the compiler finds: it need not be the name of a file, but may be that of a
    /// class which is made of one.
    private static func onlyStart(
        _ entry: String,
        in files: [BoxFile],
        _ profile: LanguageProfile
    ) throws(EntryError) -> String? {
        let starts = files.filter { isSource($0, of: profile) }.filter { file in
            // A source that is too large to be looked at is no program of several files.
            guard let content = try? file.content.bytes(upTo: 1 << 20) else { return false }
            return ["fun main", "def main", "extends App", "@main"].contains { content.firstRange(of: $0.utf8) != nil }
        }
        guard starts.count > 1 else { return nil }
        let names = starts.map(\.path).joined(separator: ", ")
        throw EntryError(
            "\(profile.name) starts the one main that there is, and \(names) have one each; keep one, without an entry"
        )
    }

    private static func usualMain(of sources: [String]) -> String {
        sources.first { ["main", "__main__"].contains(FileName($0).stem.lowercased()) } ?? sources.first ?? ""
    }

    /// A file whose name begins with a dash would be taken for an option, and with `@` for a list of options.
    private static func argument(_ path: String) -> String {
        path.hasPrefix("-") || path.hasPrefix("@") ? "./" + path : path
    }
}

extension LanguageProfile {
    /// Whether the file is one that is compiled.
    func isSource(_ path: String) -> Bool {
        let suffix = FileName(path).fileExtension
        return extensions.contains(suffix) || extensions.contains(suffix.lowercased()) && !companions.contains(suffix)
    }
}

/// Names Java sources after their public class, as the compiler demands.
enum JavaNaming {
    static func named(_ files: [BoxFile], sources: [String], by rule: EntryRule) -> [BoxFile] {
        var taken = Set(files.map(\.path))
        return files.map { file in
            guard sources.contains(file.path), let content = try? file.content.bytes(upTo: 1 << 20) else { return file }
            let source = JavaSource(content)
            // A file that is a class itself gives that its name; what is declared in it has no say.
            guard let type = source.publicType, rule == .javaClass || !source.isClassItself else { return file }
            let name = FileName(file.path)
            let proper = name.directory + type + ".java"
            // Of a class whose name no file can have, the compiler says more than we could.
            guard name.last != type + ".java", BoxFile.isAcceptable(path: proper), taken.insert(proper).inserted else {
                return file
            }
            var renamed = file
            renamed.path = proper
            return renamed
        }
    }
}
