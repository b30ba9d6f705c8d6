import Linux

/// Inputs that are kept: those that reach every part of a parser, and each that has once been too much for one.
enum FuzzCorpus {
    private static let directory: String = {
        let path: String = #filePath
        return path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Corpus"
    }()

    /// The inputs of an entry, in the order of their names.
    static func inputs(of entry: FuzzEntry) throws(Errno) -> [(name: String, bytes: [UInt8])] {
        let directory = directory + "/" + entry.name
        return try HostDirectory.entries(of: directory).map { file throws(Errno) in
            (file.name, try HostFile.read(directory + "/" + file.name))
        }
    }
}
