public import Problems
internal import Synchronization

/// Problem packages by their paths, each loaded and digested once while it is in use.
public final class PackageShelf: Sendable {
    /// A package that is ready to be judged with.
    public struct Package: Sendable {
        /// The problem.
        public let problem: Problem
        /// Its `packageHash()`.
        public let hash: String
    }

    private struct State {
        var packages: [String: Result<Package, PackageError>] = [:]
        /// From the one used longest ago on.
        var order: [String] = []
    }

    private let state = Mutex(State())
    private static let room = 64

    private let loader: ProblemLoader

    /// An empty shelf; packages come to it by `loader`.
    public init(loader: ProblemLoader = ProblemLoader()) { self.loader = loader }

    /// The package in `directory`.
    ///
    /// Asked for by several at once it may be loaded more than once; that is harmless.
    ///
    /// - Throws: `PackageError` when it cannot be judged with.
    public func package(_ directory: String) throws(PackageError) -> Package {
        let known = state.withLock { state -> Result<Package, PackageError>? in
            guard let known = state.packages[directory] else { return nil }
            state.order.removeAll { $0 == directory }
            state.order.append(directory)
            return known
        }
        if let known { return try known.get() }
        let loaded = Result { () throws(PackageError) -> Package in
            let problem = try loader.load(directory)
            return Package(problem: problem, hash: try problem.packageHash())
        }
        state.withLock { state in
            state.packages[directory] = loaded
            state.order.removeAll { $0 == directory }
            state.order.append(directory)
            if state.order.count > PackageShelf.room { state.packages[state.order.removeFirst()] = nil }
        }
        return try loaded.get()
    }
}
