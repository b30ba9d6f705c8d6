import Core

/// Names the source that is started as its language asks for: what it is called is the author's own affair.
enum MainName {
    /// The path that the file has to have; nil where its own will do, or nothing can be told.
    ///
    /// - Parameters:
    ///   - main: The source that is started.
    ///   - sources: All sources, that one among them.
    ///   - rule: What the language asks for.
    /// - Returns: The path, which no other source has.
    static func proper(for main: BoxFile, among sources: [BoxFile], by rule: SourceNaming) -> String? {
        let name = FileName(main.path)
        let stem: String? =
            switch rule {
            case .any: nil
            case .plain: plain(name.stem)
            case .identifier: identifier(name.stem)
            case .module: ModuleWords(main).programModule
            case .entity: entity(for: main, among: sources)
            }
        guard let stem, stem != name.stem else { return nil }
        let proper = "\(name.directory)\(stem).\(name.fileExtension)"
        return BoxFile.isAcceptable(path: proper) && !sources.contains { $0.path == proper } ? proper : nil
    }

    /// Without what has a meaning for shells, for tools that make a list of words of their arguments, and for `make`.
    private static func plain(_ stem: String) -> String {
        String(String.UnicodeScalarView(stem.unicodeScalars.map { isPlain($0) ? $0 : "_" }))
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII || isWordPart(scalar) || scalar == "-" || scalar == "." || scalar == "+"
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }

    /// Words joined by single underscores, a letter in front: the strictest of those who make a module of a file.
    private static func identifier(_ stem: String) -> String {
        let words = stem.unicodeScalars.split { $0 == "_" || $0.isASCII && !isWordPart($0) }
        let joined = words.map { String($0) }.joined(separator: "_")
        guard let first = joined.unicodeScalars.first, !("0"..."9").contains(first) else { return "p" + joined }
        // What ends in an underscore may stay so.
        return joined + "_" == stem ? stem : joined
    }

    /// The entity to be simulated: the one that the file is called like, or the last one in it.
    private static func entity(for main: BoxFile, among sources: [BoxFile]) -> String? {
        let stem = FileName(main.path).stem.lowercased()
        if sources.contains(where: { DesignWords($0).entities.contains { $0.lowercased() == stem } }) { return nil }
        return DesignWords(main).entities.last
    }
}

/// What can be told of a source of Modula-2 by its words.
private struct ModuleWords {
    /// The name of the module that is a program; nil where there is none.
    var programModule: String?

    init(_ file: BoxFile) {
        var words = SourceWords(file, comments: [("(*", "*)"), ("<*", "*>")], line: nil)
        var last = ""
        while let word = words.next() {
            if word == "MODULE" {
                // What other files bring along are DEFINITION and IMPLEMENTATION MODULEs.
                if last.isEmpty { programModule = words.next() }
                return
            }
            last = word
        }
    }
}

/// What can be told of a source of VHDL by its words.
private struct DesignWords {
    /// The names of the entities that it declares.
    var entities: [String] = []

    init(_ file: BoxFile) {
        var words = SourceWords(file, comments: [("/*", "*/")], line: "--")
        var (before, last) = ("", "")
        while let word = words.next() {
            let lowered = word.lowercased()
            if before == "entity", lowered == "is" { entities.append(last) }
            (before, last) = (last.lowercased(), word)
        }
    }
}
