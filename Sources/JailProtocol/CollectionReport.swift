/// What the process that goes through a box's tree tells the jailer: its own child, which has no capabilities, but has
/// read what a program wrote.
public enum CollectionReport: Hashable, Sendable {
    /// The files that were taken, ranges of the bundle.
    case files([BoxPlan.File])
    /// Why the tree may not be taken: something that the program has done.
    case refusal(String)
    /// A call failed through no fault of the program's.
    case failure(errno: Int)

    /// The report as bytes.
    public var bytes: [UInt8] {
        var wire = WireWriter()
        switch self {
        case .files(let files):
            wire.write(1)
            wire.write(files) { FileTable.write($1, to: &$0) }
        case .refusal(let text):
            wire.write(2)
            wire.write(text)
        case .failure(let number):
            wire.write(3)
            wire.write(number)
        }
        return wire.bytes
    }

    /// The report that `bytes` are.
    public init(bytes: [UInt8]) throws(WireError) {
        var wire = WireReader(bytes)
        switch try wire.integer() {
        case 1: self = .files(try wire.list(FileTable.read))
        case 2: self = .refusal(try wire.text())
        case 3: self = .failure(errno: try wire.integer())
        default: throw WireError(offset: 0)
        }
    }
}
