extension Command {
    /// Bytes of arguments and environment together that a box takes: what fits into a packet with room to spare.
    public static let largestArguments = 64 << 10
    /// How many files a command may bring.
    public static let mostFiles = 512

    /// What makes this a command that no box runs, in a few words that name the mend; nil for a good one.
    ///
    /// The mistake is that of whoever asks for the run, never the machinery's: no other machine would run it either.
    public var flaw: String? { flaw(besides: 0) }

    /// The same of a command to which so many files were added that it does not bring itself.
    package func flaw(besides kept: Int) -> String? {
        guard let program = arguments.first, program.hasPrefix("/") else {
            return "it does not begin with an absolute path"
        }
        let texts = arguments + environment.flatMap { [$0.key, $0.value] }
        guard texts.allSatisfy({ !$0.utf8.contains(0) }) else { return "an argument holds a NUL; leave it out" }
        guard texts.reduce(0, { $0 + $1.utf8.count }) <= Self.largestArguments else {
            return "its arguments are longer than \(Self.largestArguments) bytes; give it less, or use standard input"
        }
        if let file = files.first(where: { !BoxFile.isAcceptable(path: $0.path) }) {
            return "the path of its file \(file.path.prefix(100)) is not one that a box accepts; give it another name"
        }
        guard files.count - kept <= Self.mostFiles else {
            return "it brings more than \(Self.mostFiles) files; bring fewer"
        }
        let places = directories + [directory] + (collection.map { [$0.directory] } ?? [])
        guard places.allSatisfy(Self.isBoxDirectory) else { return "a directory is not below /box or /data" }
        guard limits.memory >= .mebibytes(1) else { return "its memory limit is below 1 MiB; give it more" }
        return nil
    }

    private static func isBoxDirectory(_ path: String) -> Bool {
        if path == "/box" || path == "/data" { return true }
        for base in ["/box/", "/data/"] where path.hasPrefix(base) {
            return BoxFile.isAcceptable(path: String(path.dropFirst(base.count)))
        }
        return false
    }
}
