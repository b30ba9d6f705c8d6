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
            #expect(try journal.results().keys.sorted() == ["a", "b"])
            #expect(try content(path) == whole)
            try journal.append(Array("{\"id\":\"d\"}\n".utf8))
            #expect(try content(path) == whole + "{\"id\":\"d\"}\n")
        }
    }

    @Test func `the summary of a batch that was whole goes when it goes on`() throws {
        let scratch = try ScratchDirectory()
        let path = try scratch.file("r.jsonl", Array("{\"id\":\"a\"}\n{\"summary\":{\"submissions\":1}}\n".utf8))
        #expect(try Journal(path, state: scratch.path, resumes: true).results().keys.sorted() == ["a"])
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
            message { _ = try Journal(path, state: scratch.path, resumes: true).results() }
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

    @Test func `two batches do not write to one file`() throws {
        let scratch = try ScratchDirectory()
        let path = try scratch.file("r.jsonl", Array("{\"id\":\"a\"}\n".utf8))
        let first = try Journal(path, state: scratch.path, resumes: true)
        let refusal =
            "\(path): another assay grade is writing its results there; wait until it has ended, or choose another file"
        #expect(message { _ = try Journal(path, state: scratch.path, resumes: true) } == refusal)
        // That was written anew does not open it to others.
        _ = try first.results()
        try first.keep([])
        #expect(message { _ = try Journal(path, state: scratch.path, resumes: true) } == refusal)
        try first.append(Array("{\"id\":\"b\"}\n".utf8))
        #expect(try content(path) == "{\"id\":\"b\"}\n")
    }

    @Test func `once a batch has ended its file is for the next one`() throws {
        let scratch = try ScratchDirectory()
        let path = scratch.path + "/r.jsonl"
        for _ in 0..<2 {
            #expect(message { _ = try Journal(path, state: scratch.path, resumes: true) } == "no error")
        }
    }

    @Test func `a result that does not hold any more is left out, and so is all but the last of several`() throws {
        let scratch = try ScratchDirectory()
        let lines = ["a", "b", "c", "b"].enumerated().map { "{\"id\":\"\($1)\",\"n\":\($0)}\n" }
        let path = try scratch.file("r.jsonl", Array(lines.joined().utf8))
        let journal = try Journal(path, state: scratch.path, resumes: true)
        #expect(try journal.results().keys.sorted() == ["a", "b", "c"])
        try journal.keep(["a", "b"])
        #expect(try content(path) == lines[0] + lines[3])
        try journal.append(Array("{\"id\":\"d\"}\n".utf8))
        #expect(try content(path) == lines[0] + lines[3] + "{\"id\":\"d\"}\n")
        #expect(HostDirectory.kind(of: path + ".new") == nil)
    }

    @Test func `of a result is known what was judged`() throws {
        let scratch = try ScratchDirectory()
        let line =
            "{\"id\":\"a\",\"expected\":[\"AC\"],\"submission\":{\"language\":\"c\",\"sha256\":\"12\"},"
            + "\"provenance\":{\"packageHash\":\"34\"}}\n{\"id\":\"b\",\"skipped\":\"why\"}\n"
        let path = try scratch.file("r.jsonl", Array(line.utf8))
        let results = try Journal(path, state: scratch.path, resumes: true).results()
        let result = try #require(results["a"] ?? nil)
        #expect(result.language == "c" && result.sha256 == "12" && result.packageHash == "34")
        #expect(result.expected == [.accepted])
        #expect(results["b"].map { $0 == nil } == true)
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
