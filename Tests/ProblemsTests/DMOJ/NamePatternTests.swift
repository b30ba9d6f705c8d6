import Testing

@testable import Problems

@Suite struct NamePatternTests {
    /// The form of DMOJ's own pattern, which its documentation gives.
    private static let usual = #"^(?=.*?\.in|in).*?(?:(?:^|\W)(?P<batch>\d+)[^\d\s]+)?(?P<case>\d+)[^\d\s]*$"#

    @Test(arguments: [
        ("test.1.in", "", "1"), ("test-1.in", "", "1"), ("test-case-1.in", "", "1"), ("test-1-2.in", "1", "2"),
        ("test-batch-1-case-2.in", "1", "2"), ("1.2.in", "1", "2"), ("problem-1-case-1-batch-2.in", "1", "2"),
        ("in12", "", "12"), ("A/7.IN", "", "7"),
    ])
    func `the usual names give batch and case`(_ name: String, _ batch: String, _ number: String) throws {
        let found = try #require(try NamePattern(Self.usual).match(name))
        #expect(found["batch", default: ""] == batch && found["case"] == number)
    }

    @Test(arguments: ["test.1.out", "readme", "in", "x.in"])
    func `other names give none`(_ name: String) throws {
        #expect(try NamePattern(Self.usual).match(name) == nil)
    }

    @Test(arguments: [
        ("a*b", "aaab", true), ("a*b$", "aaabc", false), ("a{2,3}$", "aa", true), ("a{2,3}$", "aaaa", false),
        ("a{2}$", "aa", true), ("(?:ab|cd)+$", "abcdab", true), ("[^x-z]+$", "abc", true), ("[]a]+$", "a]", true),
        (#"\w+\.\d$"#, "ab.1", true), (#"\bab\b"#, "ab cd", true), (#"a\Bb"#, "ab", true), ("(?!b)a", "a", true),
        ("(?!a)a", "a", false), ("A", "a", true), ("()*x", "x", true), ("(a*)*x", "aaax", true), ("", "anything", true),
    ])
    func `patterns match as in Python`(_ pattern: String, _ name: String, _ isMatch: Bool) throws {
        let found = try NamePattern(pattern).match(name)
        #expect((found != nil) == isMatch)
    }

    @Test(arguments: [
        ("(", "a ) is missing, at character 2 of the pattern"),
        (")", "there is a ) too many, at character 1 of the pattern"),
        ("[a", "a ] is missing, at character 3 of the pattern"),
        ("*", "there is nothing to repeat, at character 1 of the pattern"),
        ("a**", "a repetition is repeated, at character 3 of the pattern"),
        ("a{3,1}", "this is no {from,to}, at character 7 of the pattern"),
        ("(?<=a)", "a group of this kind is not read, at character 2 of the pattern"),
        ("(?P<>a)", "a group has no name, at character 5 of the pattern"),
        (#"\1"#, #"\1 is not read, at character 3 of the pattern"#),
        ("[b-a]", "a range goes backwards, at character 5 of the pattern"),
        ("\\", "there is nothing behind the backslash, at character 2 of the pattern"),
    ])
    func `what is no pattern is told`(_ pattern: String, _ message: String) {
        #expect { _ = try NamePattern(pattern) } throws: { ($0 as? NamePatternError)?.message == message }
    }

    @Test func `a pattern that would take for ever ends`() throws {
        let pattern = try NamePattern("(a|a)*(a|a)*(a|a)*b$")
        #expect { _ = try pattern.match(String(repeating: "a", count: 200)) } throws: {
            ($0 as? NamePatternError)?.message.hasPrefix("the pattern takes too long on") == true
        }
    }
}
