import Batch
import Core
import Testing

@testable import CLI

@Suite struct DirectorySourceTests {
    @Test func `what cannot be judged is an item that says why, and the others go on`() throws {
        let scratch = try ScratchDirectory()
        try scratch.file("all/a.py", Array("print(1)".utf8))
        try scratch.file("all/b/main.py", Array("print(2)".utf8))
        try scratch.file("all/b/__pycache__/main.pyc", [0])
        try scratch.file("all/__pycache__/a.pyc", [0])
        try scratch.file("all/c/.hidden", [])
        try scratch.file("all/d.py", [])
        try scratch.file("all/e.c", [0, 1])
        try scratch.file("all/-f.c", Array("int x;".utf8))
        var source = try DirectorySource("\(scratch.path)/all", packages: BatchPackages(["/p/hello"]))
        #expect(source.count == 6)
        var items: [String: BatchItem] = [:]
        while let item = try source.next() { items[item.id] = item }
        #expect(items.keys.sorted() == ["-f.c", "a.py", "b", "c", "d.py", "e.c"].map { "hello/\($0)" })
        #expect(items["hello/a.py"]?.flaw == nil && items["hello/b"]?.files.map(\.name) == ["main.py"])
        #expect(items["hello/c"]?.flaw == "\(scratch.path)/all/c: the directory is empty; remove it")
        // Their compilers and tests say what they are worth.
        #expect(items["hello/d.py"]?.flaw == nil && items["hello/e.c"]?.flaw == nil)
        #expect(items["hello/-f.c"]?.flaw?.contains("not begin with -") == true)
    }

    @Test func `a submission may have directories, and one that goes too far is faulted alone`() throws {
        let scratch = try ScratchDirectory()
        try scratch.file("all/a/src/Main.java", Array("class Main {}".utf8))
        try scratch.file("all/a/src/deep/Other.java", Array("class Other {}".utf8))
        try scratch.file("all/a/src/__pycache__/x.pyc", [0])
        try scratch.file("all/b/" + String(repeating: "d/", count: 17) + "x.py", Array("print(1)".utf8))
        for number in 0...1000 { try scratch.file("all/c/\(number).py") }
        try scratch.directory("all/e/empty")
        try scratch.file("all/z.py", Array("print(1)".utf8))
        var source = try DirectorySource("\(scratch.path)/all/", packages: BatchPackages(["/p/hello"]))
        var items: [String: BatchItem] = [:]
        while let item = try source.next() { items[item.id] = item }
        #expect(items.count == 5)
        #expect(items["hello/a"]?.files.map(\.name) == ["src/Main.java", "src/deep/Other.java"])
        #expect(items["hello/b"]?.flaw?.hasSuffix("are more than 16 deep; make them fewer") == true)
        #expect(items["hello/c"]?.flaw?.hasSuffix("has more than 1000 files; leave some out") == true)
        #expect(items["hello/e"]?.flaw == "\(scratch.path)/all/e: the directory is empty; remove it")
        #expect(items["hello/z.py"]?.flaw == nil)
    }
}
