internal import Batch
internal import Problems

/// The submissions that packages bring along, package by package.
struct PackageSource: BatchSource {
    private let packages: BatchPackages
    private let shelf: PackageShelf
    private var place = 0
    private var waiting: [BatchItem] = []
    let count: Int?

    /// The submissions of `packages`.
    ///
    /// - Throws: `PackageError` for the first package that cannot be judged with.
    init(_ packages: BatchPackages, shelf: PackageShelf) throws {
        self.packages = packages
        self.shelf = shelf
        // All of them are looked at before the first is judged: a mistake in the last must not show up hours later.
        var count = 0
        for package in packages.paths { count += try shelf.package(package).problem.referenceSubmissions().count }
        self.count = count
    }

    mutating func next() throws -> BatchItem? {
        while waiting.isEmpty {
            guard place < packages.paths.count else { return nil }
            let package = packages.paths[place]
            place += 1
            let problem = try shelf.package(package).problem
            let name = packages.name(of: package)
            waiting = try problem.referenceSubmissions().map { submission in
                BatchItem(
                    id: "\(name)/\(submission.path)",
                    package: package,
                    files: submission.files,
                    entry: submission.entry,
                    language: submission.language,
                    expectation: submission.expectedVerdicts.isEmpty && submission.expectations.isEmpty
                        ? .nothing : .reference(submission)
                )
            }.reversed()
        }
        return waiting.popLast()
    }
}
