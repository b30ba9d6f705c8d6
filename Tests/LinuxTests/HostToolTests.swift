import Glibc
import Linux
import Testing

/// Programs of the host that we run for ourselves.
struct HostToolTests {
    private func shell(
        _ script: String,
        stop: CInt = -1,
        third: Bool = false,
        output: ([UInt8]) -> Void
    ) throws(Errno) -> ChildProcess.End? {
        let call = HostTool.Call(
            "/bin/sh",
            ["sh", "-c", script],
            environment: ["PATH=/usr/bin:/bin"],
            usesThirdDescriptor: third
        )
        return try HostTool.run(call, stop: stop, output: output)
    }

    @Test func `hands over what is written, and how it ended`() throws {
        var text: [UInt8] = []
        #expect(try shell("echo out; echo error >&2; exit 3") { text += $0 } == .exited(3))
        #expect(String(decoding: text, as: UTF8.self) == "out\nerror\n")
        text = []
        #expect(try shell("echo third >&3", third: true) { text += $0 } == .exited(0))
        #expect(String(decoding: text, as: UTF8.self) == "third\n")
        #expect(try shell("head -c 3000000 /dev/zero") { text += $0 } == .exited(0))
        #expect(text.count == 3_000_006)
    }

    @Test func `is not held up by what it has left behind with its output`() throws {
        var text: [UInt8] = []
        // Killed with the test's end at the latest: it reads from a pipe that nobody writes to.
        #expect(try shell("(exec sleep 60) & echo $!; exit 0") { text += $0 } == .exited(0))
        let pid = String(decoding: text, as: UTF8.self).split(separator: "\n").first.flatMap { pid_t($0) }
        kill(try #require(pid), SIGKILL)
    }

    @Test func `is killed when it is called off`() throws {
        let (reader, writer) = try Pipe().release()
        defer { Descriptor.close([reader]) }
        var isOpen = true
        let end = try shell("echo ready; exec sleep 600", stop: reader) { _ in
            if isOpen { Descriptor.close([writer]) }
            isOpen = false
        }
        #expect(end == nil)
    }

    @Test func `a program that is not there is an error`() {
        #expect(throws: Errno.missing) { try HostTool.run(HostTool.Call("/none", ["none"])) { _ in } }
    }
}
