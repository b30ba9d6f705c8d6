import Glibc
import Linux
import Queueing
import SQLiteQueue

/// A database in a directory of its own, which goes with it.
final class ScratchDatabase: Sendable {
    let directory: String
    var path: String { directory + "/queue.db" }

    init() throws(Errno) {
        var template = Array("/tmp/assay-queue-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        guard made else { throw Errno.last }
        directory = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { try? HostWriting.removeTree(directory) }

    func open(_ settings: QueueSettings = QueueSettings()) throws(QueueError) -> SQLiteQueue {
        try SQLiteQueue(path: path, settings: settings)
    }
}

/// A request for content that is stored in `queue`.
func newJob(_ queue: SQLiteQueue, _ source: String = "x") throws(QueueError) -> NewJob {
    let package = try queue.put(Array("package".utf8))
    let file = JudgingRequest.File(name: "a.py", content: try queue.put(Array(source.utf8)))
    return NewJob(JudgingRequest(problem: .init(name: "p", package: package), language: "python3", files: [file]))
}
