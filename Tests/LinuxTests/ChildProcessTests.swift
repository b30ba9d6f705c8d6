import Glibc
import Linux
import Synchronization
import Testing

/// Processes of our own making: a shell that does next to nothing.
struct ChildProcessTests {
    /// Runs `script` on a thread of its own, as waiting blocks; gives what it wrote, and how it ended.
    private func shell(_ script: String) async throws -> (output: String, end: ChildProcess.End) {
        let answer: Result<(String, ChildProcess.End), Errno> = await withCheckedContinuation { continuation in
            do throws(Errno) {
                try Thread.start { continuation.resume(returning: Result { () throws(Errno) in try run(script) }) }
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
        return try answer.get()
    }

    @available(*, noasync)
    private func run(_ script: String) throws(Errno) -> (String, ChildProcess.End) {
        let executable = try Descriptor.open("/bin/sh")
        let null = try Descriptor.open("/dev/null", O_RDWR)
        let file = try MemoryFile.make("output")
        let child = try ChildProcess(
            executable: executable.number,
            arguments: ["sh", "-c", script],
            environment: ["WORD=hello"],
            input: null.number,
            output: file.number,
            error: null.number
        )
        let end = try child.wait()
        return (String(decoding: try file.read(at: 0, upTo: 4096), as: UTF8.self), end)
    }

    @Test(arguments: [
        (script: "exit 7", end: ChildProcess.End.exited(7)), ("kill -9 $$", .signaled(9)), (":", .exited(0)),
    ])
    func `a child's end is told as it was`(script: String, end: ChildProcess.End) async throws {
        #expect(try await shell(script).end == end)
    }

    @Test func `a child has the environment that was given, and no descriptor but three`() async throws {
        // Not close-on-exec: only the spawn itself can keep it from the child.
        let leak = dup(2)
        defer { close(leak) }
        #expect(
            try await shell("echo $WORD $HOME; exec 2>/dev/null; echo /proc/self/fd/*").output
                == "hello\n/proc/self/fd/0 /proc/self/fd/1 /proc/self/fd/2 /proc/self/fd/3\n"
        )
    }

    @Test func `a program that is none is an error and leaves no process`() throws {
        let file = try MemoryFile.make("no program")
        try #require(fchmod(file.number, 0o700) == 0)
        #expect(throws: Errno(ENOEXEC)) {
            try file.write(Array("neither a program nor a script".utf8))
            _ = try ChildProcess(executable: file.number, arguments: ["x"], input: 0, output: 1, error: 2)
        }
    }
}
