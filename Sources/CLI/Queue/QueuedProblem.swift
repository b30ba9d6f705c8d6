internal import Core
internal import Linux
internal import Problems
internal import Queueing
internal import Working

/// A problem as jobs name it: by a package in the queue's database.
struct QueuedProblem {
    /// The name and the package.
    let named: JudgingRequest.Problem
    /// The package as it lies here; nil when it was found in the database.
    let local: Problem?
}

extension Invocation {
    /// The problem that was written as `name`, with its package in the queue's database.
    ///
    /// A name is first looked up among what was pushed. What is found here, or written as a path, is pushed.
    ///
    /// - Throws: `PackageError` when there is none, `QueueError`, `Complaint`.
    func queuedProblem(_ name: String, in queue: any JobQueue) throws -> QueuedProblem {
        let isPath = name.contains("/") || name == "." || name == ".." || PackageStore.isPackage(fileName: name)
        if !isPath, let pushed = try queue.package(name) {
            return QueuedProblem(named: .init(name: name, package: pushed.content), local: nil)
        }
        return try push(name, to: queue)
    }

    /// Pushes the package that was written as `name`.
    ///
    /// - Throws: `PackageError` when there is none or it cannot be judged with, `QueueError`, `Complaint`.
    func push(_ name: String, to queue: any JobQueue) throws -> QueuedProblem {
        let problem = try self.problem(name)
        let directory = try installation.state() + "/pushes"
        let zip = "\(directory)/\(Processes.ownNumber)-\(UInt32.random(in: 0 ... .max)).zip"
        do throws(Errno) {
            try HostDirectory.make(directory)
        } catch {
            throw Complaint.ownFailure("could not make \(directory): \(error); make it writable or set ASSAY_STATE")
        }
        defer { HostFile.remove(zip) }
        try PackagePacking.pack(problem.directory, into: zip)
        let content = try queue.put(try InputFile.open(zip, as: "package"))
        try queue.push(problem.shortName, content: content)
        return QueuedProblem(named: .init(name: problem.shortName, package: content), local: problem)
    }

    /// Whether the problem asks for answers and not for a program; for that a pushed package is fetched.
    func wantsAnswers(_ problem: QueuedProblem, in queue: any JobQueue) throws -> Bool {
        try content(of: problem, in: queue).type.isSubmitAnswer
    }

    /// The problem itself; a pushed package is fetched.
    func content(of problem: QueuedProblem, in queue: any JobQueue) throws -> Problem {
        if let local = problem.local { return local }
        let cache = try packageCache(limit: .mebibytes(4096))
        return try cache.package(problem.named.package, from: queue).problem
    }

    /// The packages of queues that are kept on this machine.
    func packageCache(limit: ByteCount) throws(Complaint) -> PackageCache {
        PackageCache(directory: try installation.state() + "/queued-packages", limit: limit, store: store)
    }
}
