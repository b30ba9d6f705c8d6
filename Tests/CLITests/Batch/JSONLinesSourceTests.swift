import Batch
import Core
import Problems
import Testing

@testable import CLI

@Suite struct JSONLinesSourceTests {
    private func items(_ text: String, packages: [String] = ["/p/hello"]) throws -> [BatchItem] {
        let scratch = try ScratchDirectory()
        var source = try JSONLinesSource(
            try scratch.file("s.jsonl", Array(text.utf8)),
            packages: BatchPackages(packages),
            find: { (name: String) throws(PackageError) -> String in
                guard name != "nothing" else {
                    throw PackageError(file: name, message: "there is no such problem", mend: "name another")
                }
                return "/found/\(name)"
            },
            fileName: { $0 == "python3" ? "main.py" : nil }
        )
        var items: [BatchItem] = []
        while let item = try source.next() { items.append(item) }
        #expect(source.count == items.count)
        return items
    }

    private func message(_ text: String, packages: [String] = ["/p/hello"]) -> String {
        do {
            return "read: \(try items(text, packages: packages).map(\.id))"
        } catch let complaint as Complaint {
            return complaint.message.split(separator: "/").last.map(String.init) ?? ""
        } catch {
            return "\(error)"
        }
    }

    @Test func `a line is a submission, and empty ones are none`() throws {
        let items = try items(
            """
            {"id":"1","problem":"hello","language":"python3","source":"print(1)","expected":["AC","WA"]}

              \t
            {"id":"2","problem":"other","files":{"b.c":"2","a.h":"ä"},"entry":"b.c"}
            {"id":"3","language":"python3","source":"","more":[1,{}]}
            """
        )
        #expect(items.map(\.id) == ["1", "2", "3"])
        #expect(items.map(\.package) == ["/p/hello", "/found/other", "/p/hello"])
        #expect(items[0].files.map(\.name) == ["main.py"] && items[0].language == "python3")
        #expect(items[0].expectation.verdicts == [.accepted, .wrongAnswer])
        #expect(items[1].files.map(\.name) == ["a.h", "b.c"] && items[1].entry == "b.c" && items[1].language == nil)
        #expect(items[1].files[0].content == Array("ä".utf8) && items[1].expectation.verdicts.isEmpty)
    }

    @Test(arguments: [
        (
            "nonsense",
            "s.jsonl:1: this is no JSON object of a submission; write {\"id\",\"problem\",\"language\",\"source\"}"
        ),
        (
            "\n[1]",
            "s.jsonl:2: this is no JSON object of a submission; write {\"id\",\"problem\",\"language\",\"source\"}"
        ),
        (
            "{\"id\":1}",
            "s.jsonl:1: \"id\" must be a text; write one"
        ),
        (
            "{\"id\":\"a\",\"files\":{\"a\":\"\"},\"expected\":\"AC\"}",
            "s.jsonl:1: \"expected\" must be a list of verdicts, such as [\"AC\"]; write one"
        ),
        (
            "{\"id\":\"a\",\"files\":{\"a\":1}}",
            "s.jsonl:1: \"files\" must be an object with a text for each file's name; write one"
        ),
        (
            "{\"id\":\"a\",\"langauge\":\"c\",\"source\":\"\"}",
            "s.jsonl:1: nothing is called \"langauge\" here; did you mean \"language\"?"
        ),
        (
            "{\"id\":\"a\",\"problem\":\"nothing\",\"files\":{\"a\":\"\"}}",
            "s.jsonl:1: nothing: there is no such problem; name another"
        ),
        ("{}", "s.jsonl:1: there is no \"id\"; add one"),
        ("{\"id\":\"\"}", "s.jsonl:1: there is no \"id\"; add one"),
        ("{\"id\":\"a\"}", "s.jsonl:1: there must be either \"files\" or \"source\"; give one of them"),
        (
            "{\"id\":\"a\",\"files\":{},\"source\":\"\"}",
            "s.jsonl:1: there must be either \"files\" or \"source\"; give one of them"
        ),
        ("{\"id\":\"a\",\"files\":{}}", "s.jsonl:1: \"files\" is empty; add a file"),
        (
            "{\"id\":\"a\",\"source\":\"\"}",
            "s.jsonl:1: a \"source\" needs a \"language\" that is known; add one, or give \"files\""
        ),
        (
            "{\"id\":\"a\",\"files\":{\"a\":\"\"},\"expected\":[\"OK\"]}",
            "s.jsonl:1: \"expected\" has an unknown verdict; use AC, WA, TLE, MLE, OLE, RTE and CE"
        ),
        (
            "{\"id\":\"a\",\"files\":{\"a\":\"\"}}\n{\"id\":\"a\",\"files\":{\"a\":\"\"}}",
            "s.jsonl:2: the id a is there twice; change one"
        ),
        (
            "{\"id\":\"a\\u0000\",\"files\":{\"a\":\"\"}}",
            "s.jsonl:1: the id has control characters in it; reports name submissions by it, so leave them out"
        ),
    ])
    func `a wrong line is told with its number`(_ text: String, _ expected: String) {
        #expect(message(text) == expected)
    }

    @Test func `with several packages a line has to name one`() {
        #expect(
            message("{\"id\":\"a\",\"files\":{\"a\":\"\"}}", packages: ["/p/a", "/p/b"])
                == "s.jsonl:1: there is no \"problem\"; name one"
        )
    }

    @Test func `of packages of one name a line says which by the directory above`() throws {
        let two = ["/x/same", "/y/same"]
        #expect(
            message("{\"id\":\"a\",\"problem\":\"same\",\"files\":{\"a\":\"\"}}", packages: two)
                .hasSuffix("same; write which")
        )
        let items = try items("{\"id\":\"a\",\"problem\":\"x/same\",\"files\":{\"a\":\"\"}}", packages: two)
        #expect(items.map(\.package) == ["/x/same"])
    }

    @Test func `a mistake in the last line is told before the first submission is given`() throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file(
            "s.jsonl",
            Array("{\"id\":\"1\",\"files\":{\"a.py\":\"1\"}}\n{\"id\":\"2\"}\n".utf8)
        )
        #expect(throws: Complaint.self) {
            _ = try JSONLinesSource(file, packages: BatchPackages(["/p/hello"]), find: { $0 }, fileName: { _ in nil })
        }
    }
}
