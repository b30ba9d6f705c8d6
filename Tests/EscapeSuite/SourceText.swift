import Core
import Linux
import SandboxTesting

/// The sources of the programs, as they lie in `Programs`.
enum SourceText {
    /// The bytes of the source at `path` below `Programs`.
    static func bytes(of path: String) throws(ExecutorFailure) -> [UInt8] {
        do {
            return try HostFile.read(HostileCompiler.sources + "/" + path)
        } catch {
            throw ExecutorFailure(operation: "read a source", subject: path, cause: "\(error)")
        }
    }

    /// What the comment says that a source begins with: what the program tries.
    static func summary(of path: String) -> String {
        guard let bytes = try? bytes(of: path) else { return "the source \(path) is missing" }
        var words: [Substring] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#!") || line == "<?php" { continue }
            // `#include` is none.
            guard let mark = ["//", "#"].first(where: { line == $0 || line.hasPrefix($0 + " ") }) else { break }
            words += line.dropFirst(mark.count).split(separator: " ")
        }
        return words.joined(separator: " ")
    }
}
