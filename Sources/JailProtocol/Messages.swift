/// What the worker says to a jailer.
///
/// One message is one packet of the control socket; closing the socket ends the jailer.
public enum Request: Hashable, Sendable {
    /// The ids of the slot's user namespace are mapped: take them on.
    case mapped
    /// What the slot is; comes once.
    case configure(SlotConfiguration)
    /// Prepare a root and keep it.
    case prepare(RootPlan)
    /// Keep these files for runs to find; the bundle's descriptor comes with the message.
    case artifact(ArtifactPlan)
    /// Run this box.
    case run(BoxPlan)
    /// Make this box, up to its gate: a run like it may come.
    ///
    /// It has no answer. Its number is nobody's, and every further request but `begin` gives the box up.
    case expect(BoxPlan)
    /// Expect nothing any more.
    ///
    /// It has no answer.
    case settle
    /// Run the box that is expected, under this number.
    case begin(number: Int)
    /// End the run at once. Ignored when there is none.
    case cancel(number: Int)

    /// The message as bytes.
    public var bytes: [UInt8] {
        var wire = WireWriter()
        switch self {
        case .mapped:
            wire.write(1)
        case .configure(let configuration):
            wire.write(2)
            configuration.write(to: &wire)
        case .prepare(let plan):
            wire.write(3)
            plan.write(to: &wire)
        case .run(let box):
            wire.write(4)
            box.write(to: &wire)
        case .cancel(let number):
            wire.write(5)
            wire.write(number)
        case .artifact(let plan):
            wire.write(6)
            plan.write(to: &wire)
        case .expect(let box):
            wire.write(7)
            box.write(to: &wire)
        case .settle:
            wire.write(9)
        case .begin(let number):
            wire.write(8)
            wire.write(number)
        }
        return wire.bytes
    }

    /// The message that `bytes` are.
    public init(bytes: [UInt8]) throws(WireError) {
        var wire = WireReader(bytes)
        switch try wire.integer() {
        case 1: self = .mapped
        case 2: self = .configure(try SlotConfiguration(from: &wire))
        case 3: self = .prepare(try RootPlan(from: &wire))
        case 4: self = .run(try BoxPlan(from: &wire))
        case 5: self = .cancel(number: try wire.integer())
        case 6: self = .artifact(try ArtifactPlan(from: &wire))
        case 7: self = .expect(try BoxPlan(from: &wire))
        case 8: self = .begin(number: try wire.integer())
        case 9: self = .settle
        default: throw WireError(offset: 0)
        }
    }
}

/// What a jailer answers: one answer to each request but `cancel`, `expect` and `settle`.
public enum Answer: Hashable, Sendable {
    /// Its namespaces are made: the ids can be mapped.
    case unshared
    /// The request was carried out.
    case ready
    /// The box is gone, and this is what became of it.
    case finished(BoxResult)
    /// Our own machinery failed; the next request can come.
    case failed(JailFailure)
    /// Our own machinery failed, and the jailer ends: there is no other answer after this one.
    case lost(JailFailure)

    /// The message as bytes.
    public var bytes: [UInt8] {
        var wire = WireWriter()
        switch self {
        case .unshared:
            wire.write(1)
        case .ready:
            wire.write(2)
        case .finished(let result):
            wire.write(3)
            result.write(to: &wire)
        case .failed(let failure):
            wire.write(4)
            failure.write(to: &wire)
        case .lost(let failure):
            wire.write(5)
            failure.write(to: &wire)
        }
        return wire.bytes
    }

    /// The message that `bytes` are.
    public init(bytes: [UInt8]) throws(WireError) {
        var wire = WireReader(bytes)
        switch try wire.integer() {
        case 1: self = .unshared
        case 2: self = .ready
        case 3: self = .finished(try BoxResult(from: &wire))
        case 4: self = .failed(try JailFailure(from: &wire))
        case 5: self = .lost(try JailFailure(from: &wire))
        default: throw WireError(offset: 0)
        }
    }
}

/// A jailer could not do what it was asked.
public struct JailFailure: Error, Hashable, Sendable {
    /// What it was doing, as in `mount`.
    public let operation: String
    /// On what.
    public let subject: String
    /// The errno, or 0 where no call failed.
    public let errno: Int
    /// Whether the command itself is wrong (its program does not exist or is not executable), and not the machinery.
    public let isCommandsFault: Bool

    /// A failure of `operation` on `subject`.
    public init(operation: String, subject: String, errno: Int, isCommandsFault: Bool = false) {
        self.operation = operation
        self.subject = subject
        self.errno = errno
        self.isCommandsFault = isCommandsFault
    }

    func write(to wire: inout WireWriter) {
        wire.write(operation)
        wire.write(subject)
        wire.write(errno)
        wire.write(isCommandsFault)
    }

    init(from wire: inout WireReader) throws(WireError) {
        operation = try wire.text()
        subject = try wire.text()
        errno = try wire.integer()
        isCommandsFault = try wire.flag()
    }
}
