package import Core
internal import Glibc
internal import Linux

/// A directory of this test process alone, which goes when the process does.
package enum ScratchDirectory {
    /// Its path.
    package static let shared: Result<String, ExecutorFailure> = Result { () throws(ExecutorFailure) in
        var path = Array("/tmp/assay-hostile-XXXXXX".utf8CString)
        let made = path.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        guard made else {
            throw ExecutorFailure(operation: "make a directory", subject: "/tmp", cause: "\(Errno.last)")
        }
        atexit {
            if case .success(let path) = ScratchDirectory.shared { ScratchDirectory.remove(path) }
        }
        return path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// Every path below `directory`, files and directories, those of a directory before itself.
    package static func contents(of directory: String) -> [String] {
        ((try? HostDirectory.entries(of: directory)) ?? []).flatMap { entry in
            let path = directory + "/" + entry.name
            let isLink = HostDirectory.target(ofLink: path) != nil
            return (entry.kind == .directory && !isLink ? contents(of: path) : []) + [path]
        }
    }

    /// Removes a directory that only this process and its sandbox have written, with all that is in it.
    package static func remove(_ directory: String) {
        for path in contents(of: directory) + [directory] where unlink(path) != 0 {
            rmdir(path)
        }
    }
}
