internal import Glibc

/// A program that stays, and does something each time that it is asked: a line to it, and a line from it.
///
/// Never a program of somebody else's. It is killed with the last reference to it.
public final class Servant: Sendable {
    private let child: ChildProcess
    private let questions: Descriptor
    private let answers: Descriptor

    /// Starts `arguments[0]`, which is a path, with our standard error.
    ///
    /// - Throws: the errno of the call that failed.
    public init(_ arguments: [String], environment: [String]) throws(Errno) {
        guard let path = arguments.first else { throw .invalid }
        let executable = try Descriptor.open(path)
        let (input, questions) = try Pipe().release()
        self.questions = Descriptor(owning: questions)
        let ownInput = Descriptor(owning: input)
        let (answers, output) = try Pipe().release()
        self.answers = Descriptor(owning: answers)
        let ownOutput = Descriptor(owning: output)
        child = try ChildProcess(
            executable: executable.number,
            arguments: arguments,
            environment: environment,
            input: ownInput.number,
            output: ownOutput.number,
            error: STDERR_FILENO,
            limits: .asFound
        )
    }

    deinit {
        child.send(signal: SIGKILL)
        _ = try? child.wait()
    }

    /// Asks it once, and waits for the answer.
    ///
    /// - Returns: The answer up to the end of its line; nothing when it has ended.
    /// - Throws: the errno of the call that failed.
    @available(*, noasync, message: "this blocks the thread")
    public func ask() throws(Errno) -> [UInt8] {
        do throws(Errno) {
            try questions.write([UInt8(ascii: "\n")])
        } catch .brokenPipe {
            return []
        }
        var answer: [UInt8] = []
        while answer.last != UInt8(ascii: "\n") {
            let more = try answers.readSome(upTo: 4096)
            if more.isEmpty { return [] }
            answer += more
        }
        return answer
    }
}
