/// One thing that every language has to do here, shown by a small program in it.
///
/// The raw value is the name of the program's file, without its extension, in `Sandboxes/conformance/<set>/`.
public enum ConformanceRow: String, Hashable, Sendable, CaseIterable, Comparable {
    case hello
    case sum
    case utf8
    case output
    case input
    case exit
    case uncaught
    case crash
    case loop
    case memory
    case deep
    case broken
    case files
    case threads
    case bigint
    case map
    case sort
    case network
    case warnings

    /// What its program has to do, in a few words.
    public var task: String {
        switch self {
        case .hello: "write Hello, World!"
        case .sum: "read n and n integers, write their sum"
        case .utf8: "write back two lines, then one of its own in UTF-8"
        case .output: "write 100,000 lines of 99 times x"
        case .input: "read lines to the end, write their number and the last one"
        case .exit: "end with exit code 3"
        case .uncaught: "raise an error that nobody catches"
        case .crash: "be ended by a signal"
        case .loop: "compute for ever"
        case .memory: "take more and more memory and keep it"
        case .deep: "call itself 100,000 deep, write 100000"
        case .broken: "have a mistake on line 3 that the compile step finds"
        case .files: "be several files, start.* among them, and write Hello, World!"
        case .threads: "add each of 0 to 3 a thousand times in four threads, write 6000"
        case .bigint: "write 50! by the library's big integers"
        case .map: "count words in a map, write how many there are and how often judge came"
        case .sort: "read n and n integers, write them in ascending order"
        case .network: "write no network when 192.0.2.1 port 80 cannot be connected to"
        case .warnings: "be warned of by the compile step, write Hello, World!"
        }
    }

    /// The order in which they are told.
    public static func < (left: ConformanceRow, right: ConformanceRow) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
