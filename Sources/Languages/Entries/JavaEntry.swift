import Core

/// Finds the class that starts a Java program.
enum JavaEntry {
    /// The full name of the class, as `java` wants it.
    ///
    /// - Throws: `EntryError` when no class, or more than one, can be meant.
    static func mainClass(of files: [BoxFile], entry: String?) throws(EntryError) -> String {
        var sources: [(file: FileName, source: JavaSource)] = []
        for file in files where FileName(file.path).fileExtension == "java" {
            do {
                sources.append((FileName(file.path), JavaSource(try file.content.bytes())))
            } catch {
                throw EntryError(error.description)
            }
        }
        let candidates = sources.flatMap(\.source.mainClasses)
        if let entry { return try named(entry, in: sources) }
        if let only = candidates.first, candidates.count == 1 { return only }
        if let usual = candidates.first(where: { $0 == "Main" || $0.hasSuffix(".Main") }) { return usual }
        guard !candidates.isEmpty else {
            throw EntryError("no class has a `public static void main(String[])` method to start with; add one")
        }
        let names = candidates.joined(separator: ", ")
        throw EntryError("several classes have a main method (\(names)); say which with --entry")
    }

    private static func named(
        _ entry: String,
        in sources: [(file: FileName, source: JavaSource)]
    ) throws(EntryError) -> String {
        // A file's name means the class to start in it.
        if entry.hasSuffix(".java") {
            let stem = FileName(entry).stem
            for (file, source) in sources where file.path == entry || source.publicType == stem {
                if let first = source.mainClasses.first { return first }
                throw EntryError("\(entry) has no `public static void main(String[])` method to start with; add one")
            }
        }
        for (_, source) in sources {
            for type in source.types {
                let full = source.qualified(type.name)
                // The source writes Outer.Inner where the virtual machine says Outer$Inner.
                if [full, type.name].contains(where: { $0 == entry || String($0.map { $0 == "$" ? "." : $0 }) == entry }
                ) {
                    return full
                }
            }
        }
        let names = sources.flatMap { $0.source.mainClasses }.joined(separator: ", ")
        throw EntryError("there is no class `\(entry)` to start" + (names.isEmpty ? "" : "; there is \(names)"))
    }
}
