import Core
import Glibc
import Linux

/// Compiles C of these tests on the host, which harms nobody.
enum HostCompiler {
    /// The directory of this target's sources.
    static let directory: String = {
        let path: String = #filePath
        return path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    }()

    /// Makes the static executable `result` out of the C files in `sources`, paths relative to this target's directory.
    @available(*, noasync)
    static func make(_ result: String, from sources: [String]) throws(ExecutorFailure) {
        do throws(Errno) {
            try HostCommand.run(
                "/usr/bin/cc",
                ["-std=gnu17", "-D_GNU_SOURCE", "-O1", "-static", "-Wall", "-Wextra", "-o", result]
                    + sources.map { directory + "/" + $0 }
            )
        } catch {
            throw ExecutorFailure(operation: "compile", subject: sources.joined(separator: " "), cause: "\(error)")
        }
    }
}
