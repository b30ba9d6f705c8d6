import Core
import Linux
import Testing

@testable import CLI

@Suite struct JournalTests {
    private func content(_ path: String) throws -> String {
        String(decoding: try HostFile.read(path), as: UTF8.self)
    }

    @Test func `what was judged is known again, and a line that was cut off is not`() throws {
        let scratch = try ScratchDirectory()
        let whole = "{\"id\":\"a\",\"problem\":\"p\"}\n{\"id\":\"b\",\"problem\":\"p\"}\n"
        for rest in ["", "{", "{\"id\":\"c\",\"pro", "{\"id\":\"c\",\"problem\":\"p\"}"] {
            let path = try scratch.file("results.jsonl", Array((whole + rest).utf8))
            let journal = try Journal(path, state: scratch.path, resumes: true)
            #expect(try journal.done() == ["a", "b"])
            #expect(try content(path) == whole)
            try journal.append(Array("{\"id\":\"d\"}\n".utf8))
            #expect(try content(path) == whole + "{\"id\":\"d\"}\n")
        }
    }

    @Test func `the summary of a batch that was whole goes when it goes on`() throws {
        let scratch = try ScratchDirectory()
        let path = try scratch.file("r.jsonl", Array("{\"id\":\"a\"}\n{\"summary\":{\"submissions\":1}}\n".utf8))
        #expect(try Journal(path, state: scratch.path, resumes: true).done() == ["a"])
        #expect(try content(path) == "{\"id\":\"a\"}\n")
    }

    @Test func `results are never mixed with those of another batch, or with other files`() throws {
        let scratch = try ScratchDirectory()
        let path = try scratch.file("r.jsonl", Array("{\"id\":\"a\"}\nnonsense\n{\"id\":\"b\"}\n".utf8))
        #expect(
            message { _ = try Journal(path, state: scratch.path, resumes: false) }
                == "\(path): there are results in this file; add --resume, or choose another file"
        )
        #expect(
            message { _ = try Journal(path, state: scratch.path, resumes: true).done() }
                == "\(path):2: this is no result of a batch; choose another file"
        )
        #expect(try content(path).hasSuffix("nonsense\n{\"id\":\"b\"}\n"))
        #expect(
            message { _ = try Journal("\(scratch.path)/no/r", state: scratch.path, resumes: false) }
                .hasPrefix("\(scratch.path)/no/r: could not be written: ENOENT")
        )
    }

    @Test func `without a name it is gone from the start, and can be read all the same`() throws {
        let scratch = try ScratchDirectory()
        let journal = try Journal(nil, state: scratch.path, resumes: false)
        #expect(try HostDirectory.entries(of: scratch.path).isEmpty)
        try journal.append(Array("{\"id\":\"a\"}\n".utf8))
        var lines = try journal.lines()
        #expect(try lines.next() == Array("{\"id\":\"a\"}".utf8))
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch let complaint as Complaint {
            return complaint.message
        } catch {
            return "\(error)"
        }
    }
}
