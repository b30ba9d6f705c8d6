import Problems
import Testing

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("accepted", "accepted/a.py", true), ("accepted", "accepted2/a.py", false),
        ("accepted/*", "accepted/a.py", true),
        ("accepted/*", "accepted/dir/a.py", true), ("*/a.py", "accepted/a.py", true), ("*.py", "accepted/a.py", false),
        ("{accepted,wrong_answer}/*.{py,cpp}", "wrong_answer/x.cpp", true), ("{a,b}/*.py", "c/x.py", false),
        ("secret/*-big*", "secret/03-big-one", true), ("secret/*-big", "secret/03-big-one", false),
        ("secret/group1", "secret/group1/3", true), ("*", "a", true), ("a*b*c", "aXbYbZc", true),
        ("a*", "b/a", false), ("{,x}a", "a", true), ("a{}", "a", true),
    ])
    func `stands for paths`(pattern: String, path: String, isMatch: Bool) throws {
        #expect(try #require(PathPattern(pattern)).matches(path) == isMatch)
    }

    @Test(arguments: [
        "", "**", "a/**/b", "[ab]", "a?", "{a", "a}", "{a,{b,c}}", "}{", String(repeating: "{a,b}", count: 9),
    ])
    func `is refused where the format has no such pattern`(pattern: String) {
        #expect(PathPattern(pattern) == nil)
    }

    @Test func `is quick with many stars`() throws {
        let pattern = try #require(PathPattern(String(repeating: "a*", count: 200) + "b"))
        #expect(!pattern.matches(String(repeating: "a", count: 4000)))
    }
}
