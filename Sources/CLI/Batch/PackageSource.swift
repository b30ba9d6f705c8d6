internal import Batch
internal import Core
internal import Problems

/// The submissions that packages bring along, package by package.
struct PackageSource: BatchSource {
    private let packages: BatchPackages
    private let shelf: PackageShelf
    private var place = 0
    private var waiting: [BatchItem] = []
    let count: Int?
    let hasLong: Bool

    /// The submissions of `packages`.
    ///
    /// - Throws: `PackageError` for the first package that cannot be judged with.
    init(_ packages: BatchPackages, shelf: PackageShelf) throws {
        self.packages = packages
        self.shelf = shelf
        // All of them are looked at before the first is judged: a mistake in the last must not show up hours later.
        var count = 0
        var hasLong = false
        for package in packages.paths {
            let submissions = try shelf.package(package).problem.referenceSubmissions()
            count += submissions.count
            hasLong = hasLong || submissions.contains { $0.expectedVerdicts.contains(.timeLimit) }
        }
        self.count = count
        self.hasLong = hasLong
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
