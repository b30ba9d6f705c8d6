import CLI
import Core
import Testing

@Suite struct SourceFilesTests {
    @Test func `reads files in the order given, by their last names`() throws {
        let scratch = try ScratchDirectory()
        let second = try scratch.file("b/B.java", Array("class B {}".utf8))
        let first = try scratch.file("A.java", Array("class A {}".utf8))
        #expect(
            try SourceFiles.read([second, first]) == [
                Submission.SourceFile(name: "B.java", content: Array("class B {}".utf8)),
                Submission.SourceFile(name: "A.java", content: Array("class A {}".utf8)),
            ]
        )
    }

    @Test func `refuses what is no source, in one line`() throws {
        let scratch = try ScratchDirectory()
        let path = scratch.path
        let cases: [(path: String, message: String)] = [
            ("\(path)/none.py", "\(path)/none.py: there is no such file; check the name"),
            ("\(path)/empty.py/x", "\(path)/empty.py/x: there is no such file; check the name"),
            (try scratch.directory("dir.py"), "\(path)/dir.py: this is a directory; give a source file"),
            (try scratch.file("empty.py"), "\(path)/empty.py: the file is empty; give one with a program in it"),
            (
                try scratch.file("binary.py", [65, 10, 0, 66]),
                "\(path)/binary.py: this is no source text, byte 3 is NUL; give the source, not a binary"
            ),
            (
                try scratch.file("wide.py", [0xFF, 0xFE, 65, 0]),
                "\(path)/wide.py: this is text in UTF-16; save it as UTF-8"
            ),
            (
                try scratch.hole("large.py", size: 50 << 20),
                "\(path)/large.py: 50.0 MiB is too large for a source file, at most 16 MiB"
            ),
            ("/dev/null", "/dev/null: this is no regular file; give a source file"),
            ("-", "-: a source is not read from standard input, its name tells the language; give a file"),
            ("", "the name of a source file is empty; give a file"),
        ]
        for (path, message) in cases {
            #expect(throws: Complaint(.badInput, message)) { try SourceFiles.read([path]) }
        }
    }

    @Test(arguments: ["-rf.py", "two\nlines.py", "bell\u{7}.py"])
    func `refuses names that could be taken for something else`(name: String) throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file(name, [65])
        let complaint = try #require(throws: Complaint.self) { try SourceFiles.read([file]) }
        #expect(complaint.exitCode == .badInput)
        #expect(!complaint.line.contains("\n"))
        #expect(complaint.message.hasSuffix("rename it"))
    }

    @Test func `refuses two files of one name`() throws {
        let scratch = try ScratchDirectory()
        let one = try scratch.file("one/a.py", [65])
        let two = try scratch.file("two/a.py", [65])
        #expect(
            throws: Complaint(
                .badInput,
                "\(one) and \(two) are both called a.py; the files of a submission share one directory, so rename one"
            )
        ) { try SourceFiles.read([one, two]) }
    }
}
