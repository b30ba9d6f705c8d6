internal import Glibc
internal import JailProtocol
internal import Linux

/// What a box's init waits at when the jailer has something to do between its clone and its start.
final class Gate {
    private let reader: CInt
    private let writer: CInt

    init() throws(JailFailure) {
        let pipe = try jailed("make a gate", "pipe") { () throws(Errno) in try Pipe() }
        (reader, writer) = pipe.release()
    }

    deinit {
        close(reader)
        close(writer)
    }

    /// What init reads from.
    var number: CInt { reader }

    /// Lets init go on.
    func open() throws(Errno) {
        var byte: UInt8 = 1
        try checked { write(writer, &byte, 1) }
    }
}
