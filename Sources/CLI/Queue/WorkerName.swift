internal import Linux

/// What a worker is called: as it was told, or by its machine and the first number that no other worker has there.
final class WorkerName: Sendable {
    /// The name.
    let text: String
    /// The machine's.
    let host: String
    private let number: NumberLock?

    /// The name `stated`, or one that is kept as long as this is there.
    ///
    /// - Throws: `Complaint` for a name that is none, or when the state directory cannot be written to.
    init(_ stated: String?, state: String) throws(Complaint) {
        host = HostEnvironment.machine().split(separator: ",").first.map(String.init) ?? "unknown"
        if let stated {
            guard !stated.isEmpty, stated.utf8.count <= 100, VisibleText.line(stated) == stated else {
                throw .badInput("--name: a name has 1 to 100 characters, and no control characters")
            }
            text = stated
            number = nil
        } else {
            let number = try NumberLock(directory: state + "/workers")
            text = "\(host)-\(number.number)"
            self.number = number
        }
    }
}

/// The first number from 1 on that nobody has, until its holder ends.
private final class NumberLock: Sendable {
    let number: Int
    private let lock: FileLock

    init(directory: String) throws(Complaint) {
        var number = 1
        do throws(Errno) {
            try HostDirectory.make(directory)
            while true {
                if let lock = try Self.lock("\(directory)/\(number)") {
                    self.lock = lock
                    self.number = number
                    return
                }
                number += 1
            }
        } catch {
            throw .ownFailure("could not lock a file in \(directory): \(error); make it writable or set ASSAY_STATE")
        }
    }

    /// The lock; nil: somebody has it.
    private static func lock(_ path: String) throws(Errno) -> FileLock? {
        do throws(Errno) {
            return try FileLock(path: path)
        } catch  where error == .again {
            return nil
        }
    }
}
