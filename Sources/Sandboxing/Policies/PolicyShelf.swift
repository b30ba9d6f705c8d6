internal import Core
internal import Linux
internal import Synchronization

/// The compiled system call policies, each read and compiled once.
final class PolicyShelf: Sendable {
    private let directory: String
    private let filters = Mutex<[String: FilterProgram]>([:])

    init(directory: String) {
        self.directory = directory
    }

    /// The names of all policies that are there, sorted: each file of the directory is one.
    ///
    /// - Throws: `ExecutorFailure` when the directory cannot be read.
    func names() throws(ExecutorFailure) -> [String] {
        do throws(Errno) {
            return try HostDirectory.entries(of: directory).map(\.name).filter { $0.hasSuffix(".yaml") }
                .map { String($0.dropLast(".yaml".count)) }.sorted()
        } catch {
            throw ExecutorFailure("list the system call policies", directory, error, of: .box)
        }
    }

    /// The filter of the policy `name`.
    ///
    /// - Throws: `ExecutorFailure` when there is no such policy, or it is malformed.
    func filter(named name: String) throws(ExecutorFailure) -> FilterProgram {
        if let known = filters.withLock({ $0[name] }) { return known }
        do throws(PolicyError) {
            let filter = try SystemCallPolicy.load(name: name, directory: directory).compile()
            filters.withLock { $0[name] = filter }
            return filter
        } catch {
            throw ExecutorFailure(operation: "load a system call policy", subject: name, cause: "\(error)")
        }
    }
}
