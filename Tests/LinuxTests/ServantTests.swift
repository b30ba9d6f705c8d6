import Glibc
import Linux
import Testing

struct ServantTests {
    private func answers(_ count: Int, of arguments: [String]) throws -> [String] {
        // As `assay` itself has it.
        signal(SIGPIPE, SIG_IGN)
        let servant = try Servant(arguments, environment: ["WORD=yes"])
        return try (0..<count).map { _ in String(decoding: try servant.ask(), as: UTF8.self) }
    }

    @Test func `one program answers each question with a line`() throws {
        let script = #"n=0; while read line; do n=$((n + 1)); printf "$n "; echo $WORD; done"#
        #expect(try answers(3, of: ["/bin/sh", "-c", script]) == ["1 yes\n", "2 yes\n", "3 yes\n"])
    }

    @Test func `one that has ended answers nothing`() throws {
        #expect(try answers(2, of: ["/bin/sh", "-c", "read line; echo once"]) == ["once\n", ""])
    }

    @Test func `one that ends within its line has not answered`() throws {
        #expect(try answers(2, of: ["/bin/sh", "-c", "read line; printf half"]) == ["", ""])
    }

    @Test func `one that is not there is told`() {
        #expect(throws: Errno.missing) { try Servant(["/no/such/program"], environment: []) }
    }
}
