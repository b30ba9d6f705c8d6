internal import Core
internal import Linux
internal import Synchronization

/// The leaf of its own cgroup that this process is in as long as it has sandboxes, on v2; see `OwnLeaf`.
///
/// A process is in one place only, however many sandboxes it has: the first to come moves it, the last to go moves it back.
enum WorkerLeaf {
    private static let prefix = "assay-worker-"
    /// How many sandboxes need it.
    private static let sandboxes = Mutex(0)

    /// The cgroup to make sandboxes below, when we are found in `directory`, which may be the leaf already, or that of
    /// the worker that started us.
    static func cgroup(of directory: String) -> String {
        isOne(directory) ? OwnLeaf.above(directory) : directory
    }

    /// The leaf below `cgroup`; nil below the root, which alone may have both processes and controllers to hand out.
    static func path(in cgroup: String) -> String? {
        HostDirectory.kind(of: cgroup + "/cgroup.type") == nil ? nil : cgroup + "/" + name
    }

    private static var name: String { prefix + "\(Processes.ownNumber)" }

    /// Whether the cgroup is a worker's leaf, of this process or another.
    static func isOne(_ path: String) -> Bool {
        path.split(separator: "/").last?.hasPrefix(prefix) == true
    }

    /// Sees to it that this process is in the leaf, and the cgroup above hands its controllers on.
    static func enter(_ leaf: String) throws(ExecutorFailure) {
        try sandboxes.withLock { count throws(ExecutorFailure) in
            if count == 0 {
                do throws(Errno) {
                    try enterWhereOneIsLeaving(leaf)
                } catch  where error == .busy {
                    throw ExecutorFailure(
                        operation: "hand out controllers",
                        subject: OwnLeaf.above(leaf),
                        cause: "other processes are in this cgroup, too; start assay in one of its own, as in: "
                            + "systemd-run --user --scope -p Delegate=yes assay …"
                    )
                } catch {
                    throw WorkerCgroups.failure("move to a cgroup of our own", leaf, error)
                }
            }
            count += 1
        }
    }

    /// Tries for a moment: the sweeper of a worker that was killed is in the cgroup above just before it ends.
    private static func enterWhereOneIsLeaving(_ leaf: String) throws(Errno) {
        let end = Clock.nanoseconds + 1_000_000_000
        while true {
            do throws(Errno) {
                return try OwnLeaf.enter(leaf)
            } catch {
                guard error == .busy, Clock.nanoseconds < end else { throw error }
            }
            var moment = Poll()
            _ = try? moment.wait(nanoseconds: 1_000_000)
        }
    }

    /// One sandbox less needs it.
    ///
    /// - Returns: false when it should be gone and is not, since another worker still needs the controllers.
    static func leave(_ leaf: String) -> Bool {
        sandboxes.withLock { count in
            count -= 1
            return count > 0 || OwnLeaf.leave(leaf)
        }
    }
}
