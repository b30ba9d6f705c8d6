import Core

/// Finds the class that starts a Java program.
struct JavaEntry {
    /// Whether a `main` that is no `public static void main(String[])` is one as well.
    private let isLenient: Bool

    private struct Source {
        let file: FileName
        let source: JavaSource
    }

    /// Entries of a language whose classes are started by `rule`.
    init(_ rule: EntryRule) { isLenient = rule == .javaInstance }

    /// The full name of the class, as `java` wants it.
    ///
    /// - Throws: `EntryError` when no class, or more than one, can be meant.
    func mainClass(of files: [BoxFile], entry: String?) throws(EntryError) -> String {
        var sources: [Source] = []
        for file in files where FileName(file.path).fileExtension == "java" {
            do {
                sources.append(Source(file: FileName(file.path), source: JavaSource(try file.content.bytes())))
            } catch {
                throw EntryError(error.description)
            }
        }
        if let entry { return try named(entry, in: sources) }
        let candidates = classes(in: sources)
        if let only = candidates.first, candidates.count == 1 { return only }
        if let usual = candidates.first(where: { $0 == "Main" || $0.hasSuffix(".Main") }) { return usual }
        // The class after which the first file is called is what everybody else starts.
        if let first = sources.first?.source, let name = first.publicType.map(first.qualified),
            candidates.contains(name)
        {
            return name
        }
        guard !candidates.isEmpty else {
            throw EntryError("no class has a \(wanted) to start with; add one")
        }
        let names = candidates.joined(separator: ", ")
        throw EntryError("several classes have a main method (\(names)); say which with --entry")
    }

    private var wanted: String { isLenient ? "main method" : "`public static void main(String[])` method" }

    /// The classes that can be started: those with a `main` as it always was, else those with another.
    private func classes(in sources: [Source]) -> [String] {
        let usual = sources.flatMap { names(in: $0, isLenient: false) }
        return usual.isEmpty && isLenient ? sources.flatMap { names(in: $0, isLenient: true) } : usual
    }

    private func names(in source: Source, isLenient: Bool) -> [String] {
        // All that is declared in such a file is inside of the class that the file is.
        if self.isLenient, source.source.isClassItself { return [source.file.stem] }
        return isLenient ? source.source.lenientMainClasses : source.source.mainClasses
    }

    private func named(_ entry: String, in sources: [Source]) throws(EntryError) -> String {
        // A file's name means the class to start in it.
        if entry.hasSuffix(".java") {
            let stem = FileName(entry).stem
            for source in sources where source.file.path == entry || source.source.publicType == stem {
                if let first = classes(in: [source]).first { return first }
                throw EntryError("\(entry) has no \(wanted) to start with; add one")
            }
        }
        for source in sources {
            if isLenient, source.source.isClassItself, source.file.stem == entry { return entry }
            for type in source.source.types {
                let full = source.source.qualified(type.name)
                // The source writes Outer.Inner where the virtual machine says Outer$Inner.
                if [full, type.name].contains(where: { $0 == entry || String($0.map { $0 == "$" ? "." : $0 }) == entry }
                ) {
                    return full
                }
            }
        }
        let names = classes(in: sources).joined(separator: ", ")
        throw EntryError("there is no class `\(entry)` to start" + (names.isEmpty ? "" : "; there is \(names)"))
    }
}
