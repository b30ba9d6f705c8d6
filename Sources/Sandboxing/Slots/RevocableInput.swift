internal import Core

/// Bytes that are read as long as nobody calls off the run that they are for.
struct RevocableInput: ByteSource {
    /// Why reading them ends when the run is called off.
    static let reason = "the run was called off"

    private let source: any ByteSource
    private let isCalledOff: @Sendable () -> Bool

    init(_ source: any ByteSource, unless isCalledOff: @escaping @Sendable () -> Bool) {
        (self.source, self.isCalledOff) = (source, isCalledOff)
    }

    var byteCount: Int { source.byteCount }

    func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        if isCalledOff() { throw ByteSourceFailure(Self.reason) }
        return try source.read(from: offset, upTo: limit)
    }
}

extension Command {
    /// The same, of which large inputs are no longer read once the run is called off: they take seconds to copy.
    func revocable(unless isCalledOff: @escaping @Sendable () -> Bool) -> Command {
        let large = 1 << 20
        var command = self
        if input.byteCount > large { command.input = RevocableInput(input, unless: isCalledOff) }
        for index in files.indices where files[index].content.byteCount > large {
            command.files[index].content = RevocableInput(files[index].content, unless: isCalledOff)
        }
        return command
    }
}
