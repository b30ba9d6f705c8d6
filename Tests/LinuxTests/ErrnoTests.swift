import Glibc
import Linux
import Testing

struct ErrnoTests {
    @Test(arguments: [
        (error: Errno.missing, text: "ENOENT, No such file or directory"),
        (.notPermitted, "EPERM, Operation not permitted"),
        (Errno(99_999), "errno 99999, unknown error"),
    ])
    func `an error is told by its name and its text`(error: Errno, text: String) {
        #expect(error.description == text)
    }

    @Test func `a call that fails gives the kernel's errno`() {
        #expect(throws: Errno.missing) { _ = try Descriptor.open("/nowhere/at/all") }
        #expect(throws: Errno.notDirectory) { _ = try Descriptor.open("/dev/null/x") }
        #expect(throws: Errno.isDirectory) { _ = try Descriptor.open("/", O_WRONLY) }
    }

    @Test(arguments: [(number: 11, name: "SEGV"), (9, "KILL"), (25, "XFSZ"), (40, "40")])
    func `a signal is told by its name`(number: Int, name: String) {
        #expect(Processes.signalName(number) == name)
    }
}
