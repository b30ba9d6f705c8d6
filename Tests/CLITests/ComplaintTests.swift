import CLI
import Core
import Grading
import Problems
import Testing

@Suite struct ComplaintTests {
    private static let failure = ExecutorFailure(operation: "mount the root", subject: "slot 0", cause: "EPERM")

    @Test func `maps every kind of error to its exit code`() {
        let cases: [(any Error, ExitCode)] = [
            (Complaint(.badInput, "x"), .badInput),
            (PackageError(file: "p", message: "m", mend: "x"), .badInput),
            (GradingError.badInput("x"), .badInput),
            (GradingError.machinery(Self.failure), .ownFailure),
            (GradingError.cancelled, .ownFailure),
            (Self.failure, .ownFailure),
            (ByteSourceFailure("could not read x"), .ownFailure),
            (CancellationError(), .ownFailure),
        ]
        for (error, code) in cases { #expect(Complaint(error).exitCode == code, "\(error)") }
    }

    @Test func `tells what failed and where to look`() {
        #expect(
            Complaint(Self.failure).line
                == "assay: could not mount the root (slot 0): EPERM; assay doctor shows what this host can enforce"
        )
    }

    @Test func `is one line whatever it quotes`() {
        let complaint = Complaint(.badInput, "no file a\nb\u{1B}[31m\u{9B}c\r\u{202E}")
        #expect(complaint.line == "assay: no file a b\\u{1b}[31m\\u{9b}c\\u{202e}")
    }
}
