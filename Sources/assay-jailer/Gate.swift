internal import Glibc
internal import JailProtocol
internal import Linux

/// What a bay's inits wait at when the jailer has something to do between their clone and their program's start.
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

    /// Where init reads a byte; which is also there to be read when its init has not come to read it.
    var number: CInt { reader }

    /// Lets init go on.
    func open() throws(Errno) {
        var byte: UInt8 = 1
        try checked { write(writer, &byte, 1) }
    }
}
