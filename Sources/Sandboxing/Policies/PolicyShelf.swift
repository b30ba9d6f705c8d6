internal import Core
internal import Synchronization

/// The compiled system call policies, each read and compiled once.
final class PolicyShelf: Sendable {
    private let directory: String
    private let filters = Mutex<[String: FilterProgram]>([:])

    init(directory: String) {
        self.directory = directory
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
