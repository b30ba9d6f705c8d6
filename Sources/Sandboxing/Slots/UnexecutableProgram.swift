internal import Core
internal import Glibc
internal import JailProtocol
internal import Linux

/// A program that the kernel does not execute.
///
/// What a submission was compiled to is its author's doing, down to the interpreter that an ELF file names: that it cannot
/// be executed is the program's failure, as in a shell. A program of the root's is ours to provide, and is our failure.
enum UnexecutableProgram {
    /// What became of a run of `command`; nil where its program is not out of an artifact.
    static func outcome(of command: Command, _ failure: JailFailure) -> Outcome? {
        guard let program = command.arguments.first, program.hasPrefix("/box/") else { return nil }
        let error = Errno(CInt(truncatingIfNeeded: failure.errno))
        return Outcome(
            // The exit codes that shells give (POSIX, Shell Command Language, 2.8.2).
            termination: .exited(code: error == .missing ? 127 : 126),
            standardError: MemoryBytes("\(program) cannot be executed: \(error)\n")
        )
    }
}
