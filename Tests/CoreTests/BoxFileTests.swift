import Core
import Testing

struct BoxFileTests {
    @Test(arguments: ["a", "main.py", "a/b/c", ".hidden", "a b", "…", String(repeating: "x", count: 255)])
    func `a box accepts relative paths of plain names`(path: String) {
        #expect(BoxFile.isAcceptable(path: path))
    }

    @Test(arguments: [
        "", "/etc/passwd", "a//b", "a/", ".", "..", "a/../b", "./a", "a\0b", "a\nb", "a\u{7f}",
        "../\u{301}a", "\u{600}/..", "a/\u{301}b",
        String(repeating: "x", count: 256), String(repeating: "x/", count: 512) + "x",
    ])
    func `a box refuses every path that could lead elsewhere or be told wrong`(path: String) {
        #expect(!BoxFile.isAcceptable(path: path))
    }
}
