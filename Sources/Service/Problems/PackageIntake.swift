internal import Core
internal import Linux
internal import Problems
internal import Queueing

/// Takes packages in: each is unpacked, loaded as judging would, and only then pushed.
struct PackageIntake {
    /// What was pushed.
    struct Pushed {
        var name: String
        var package: ContentDigest
        var title: String
        var tests: Int
        /// What in it was ignored.
        var notes: [String]
    }

    private let context: ServiceContext

    init(_ context: ServiceContext) { self.context = context }

    /// Pushes the package in a zip file under `name`; nil: under the name of the directory in it.
    ///
    /// - Throws: `Fault` for what is no package that can be judged with; `QueueError`, `Errno`.
    func push(_ zip: [UInt8], as name: String?) throws -> Pushed {
        if let name, !Self.isName(name) { throw Fault(.invalidParameter, "name: letters, digits, '.', '_' and '-'") }
        let place = "\(context.settings.state)/uploads/\(UInt64.random(in: 0 ... .max))"
        try HostDirectory.make(place)
        defer { try? HostWriting.removeTree(place) }
        let file = "\(place)/\(name ?? "package").zip"
        try HostFile.replace(file, with: zip)
        // A store of its own: what it unpacks is kept for as long as it is there, and this is for a moment.
        let store = PackageStore(directory: "\(place)/unpacked")
        let packed = "\(place)/packed.zip"
        let problem: Problem
        let directory: String
        do throws(PackageError) {
            directory = try store.unpacked(file)
            problem = try ProblemLoader(store: store).load(directory)
            guard problem.unsupported.isEmpty else {
                throw PackageError(
                    file: file,
                    message: "it asks for \(problem.unsupported.joined(separator: ", ")), which cannot be judged",
                    mend: "leave that out"
                )
            }
            try PackagePacking.pack(problem.directory, into: packed)
        } catch {
            // Where it lay here is nobody's business.
            let detail = error.description.split(separator: "\n").first.map(String.init) ?? "it is no package"
            throw Fault(.packageInvalid, detail.replacing("\(place)/", with: "").replacing(place, with: ""))
        }
        // Unpacked it is a directory called as the zip, or the one in that.
        if name == nil, directory.split(separator: "/").dropLast().last != "package" {
            throw Fault(
                .invalidParameter,
                "the package is at the top of the zip, so that nothing says what it is called; give ?name="
            )
        }
        return try push(packed, problem, as: name ?? problem.shortName)
    }

    private func push(_ packed: String, _ problem: Problem, as name: String) throws -> Pushed {
        guard Self.isName(name) else {
            throw Fault(.packageInvalid, "'\(name)' is no name for a problem; give another by ?name=")
        }
        let content = try context.queue.put(HostFile(path: packed))
        try context.queue.push(name, content: content)
        return Pushed(
            name: name,
            package: content,
            title: problem.title,
            tests: problem.tests.count,
            notes: problem.notes
        )
    }

    private static func isName(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [45, 46, 95].contains($0)
        }
        return isPlain && (1...100).contains(text.utf8.count) && text.first != "." && text.first != "-"
    }
}
