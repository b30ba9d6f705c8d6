internal import Access
internal import Linux
internal import PostgresQueue
internal import Queueing
internal import SQLiteQueue
internal import Webhooks

/// Everything that one database holds: jobs, keys and webhooks.
typealias Database = JobQueue & AccessStore & WebhookStore

/// Opens the queue that somebody means by a URL: the one place that knows which engines there are.
package struct QueueDatabase: Hashable, Sendable {
    /// Where a queue is kept.
    package enum Place: Hashable, Sendable {
        /// In a file, by its path.
        case file(String)
        /// In a PostgreSQL database, by its URL.
        case server(String)
    }

    /// Where it is kept.
    package let place: Place

    /// How it is asked for.
    static let option = CommandDescription.Option(
        "database",
        "URL",
        "the queue: sqlite:PATH or postgresql://… ($ASSAY_DATABASE, else a file in the state directory)"
    )

    /// The queue that `url` names; nil: the one that `environment` names, else the file in the directory `state`.
    ///
    /// - Throws: `Complaint` for a URL of no kind that is known. It is never repeated as a whole: it may have a password.
    package init(_ url: String?, environment: [String: String], state: () throws(Complaint) -> String) throws(Complaint)
    {
        let named = environment["ASSAY_DATABASE"].flatMap { $0.isEmpty ? nil : $0 }
        let source = url == nil ? "ASSAY_DATABASE" : "--database"
        guard let url = url ?? named else {
            place = .file(try state() + "/queue.db")
            return
        }
        if url.hasPrefix("sqlite:") {
            let path = String(url.dropFirst("sqlite:".count))
            guard !path.isEmpty, !path.utf8.contains(0) else {
                throw .badInput("sqlite: names no file; write sqlite:PATH, as in sqlite:/var/lib/assay/queue.db")
            }
            place = .file(path)
        } else if url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") {
            place = .server(url)
        } else {
            let scheme = url.split(separator: ":", maxSplits: 1).first.map(String.init) ?? ""
            let shown =
                url.contains(":") && scheme.utf8.count < 20 ? "'\(scheme):' is no kind of queue" : "this is no URL"
            throw .badInput("\(source): \(shown); write sqlite:PATH or postgresql://HOST/NAME")
        }
    }

    /// Opens it; a file is made where there is none.
    ///
    /// - Parameters:
    ///   - workerLocks: The directory in which workers of this machine notice each other's end, where the file itself does
    ///     not say so; nil: no worker is among those who use it.
    ///   - makesDirectory: Whether the file's directory is made, too. Whoever only looks would take a queue that was just
    ///     made for an empty one, where the path has a slip of the pen.
    /// - Returns: The queue.
    /// - Throws: `Complaint` for a file that cannot be a queue, or a directory that cannot be made, or `QueueError`.
    func open(workerLocks: String? = nil, makesDirectory: Bool = true) throws -> any Database {
        switch place {
        case .file(let path):
            switch HostDirectory.kind(of: path) {
            case nil, .file?: break
            case .directory?: throw Complaint.badInput("sqlite:\(path): this is a directory; name a file in it")
            default: throw Complaint.badInput("sqlite:\(path): this is no regular file; name another one")
            }
            if !makesDirectory, let slash = path.lastIndex(of: "/"), slash != path.startIndex,
                HostDirectory.kind(of: String(path[..<slash])) != .directory
            {
                throw Complaint.badInput("sqlite:\(path): there is no such directory; check the path")
            }
            if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
                do throws(Errno) {
                    try HostDirectory.make(String(path[..<slash]))
                } catch {
                    throw Complaint.badInput(
                        "\(path): its directory cannot be made (\(error)); give another --database"
                    )
                }
            }
            return try SQLiteQueue(path: path)
        case .server(let url):
            let url = try PostgresURL(url)
            var settings = url.settings
            settings.workerLocks = workerLocks
            return try PostgresQueue(url.address, postgres: settings)
        }
    }
}

extension Invocation {
    /// The queue that this call means.
    ///
    /// - Parameter hasWorker: Whether this process takes jobs from it.
    /// - Returns: The queue.
    /// - Throws: `Complaint` or `QueueError`.
    func queue(hasWorker: Bool = false) throws -> any Database {
        let locks = hasWorker ? try installation.state() + "/queue-workers" : nil
        return try queueDatabase().open(workerLocks: locks)
    }

    /// The queue that this call means, which is looked at only: a directory that is not there is not made.
    ///
    /// - Throws: `Complaint` or `QueueError`.
    func knownQueue() throws -> any Database {
        let database = try queueDatabase()
        // Nobody has misspelt the state directory's own.
        let isNamed = arguments.options["database"] != nil || environment["ASSAY_DATABASE", default: ""] != ""
        return try database.open(makesDirectory: !isNamed)
    }

    private func queueDatabase() throws -> QueueDatabase {
        let state = { () throws(Complaint) in try installation.state() }
        return try QueueDatabase(arguments.options["database"], environment: environment, state: state)
    }
}
