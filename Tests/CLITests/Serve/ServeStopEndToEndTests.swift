import Glibc
import Linux
import Testing

/// `assay serve` as it was built, told to stop.
@Suite(.timeLimit(.minutes(20))) struct ServeStopEndToEndTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func `a signal while its worker still tries languages ends the start`(signal: CInt) throws {
        let scratch = try ScratchDirectory()
        let program = try BuiltProgram.start(
            ["serve", "--worker", "1", "--insecure-no-keys", "--listen", "127.0.0.1:0"],
            environment: ["ASSAY_STATE": scratch.path + "/state", "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db"]
        )
        try program.awaitError("trying-languages")
        program.send(signal)
        let (end, log) = try program.end()
        #expect(end == .exited(143), "\(log)")
    }
}
