import HTTPServing
import Testing

struct RequestTargetTests {
    @Test(
        arguments: [
            ("/", []),
            ("/a", ["a"]),
            ("/a/", ["a", ""]),
            ("//a", ["", "a"]),
            ("/a%2Fb/c", ["a/b", "c"]),
            ("/%e2%82%ac", ["€"]),
            ("/a+b", ["a+b"]),
            ("http://h/a", ["a"]),
            ("HTTP://h", []),
            ("http://h?x=1", []),
            ("*", ["*"]),
        ] as [(String, [String])]
    )
    func `a path is cut at its slashes and then decoded`(text: String, parts: [String]) {
        #expect(RequestTarget(Array(text.utf8))?.parts == parts)
    }

    @Test(arguments: [
        "", "a", "/%", "/%4", "/%zz", "/%00", "/%0a", "/%7f", "/%ff", "/ ", "/a#b", "ftp://h/", "http:///a", "/?%zz",
    ])
    func `what cannot be decoded is no target`(text: String) {
        #expect(RequestTarget(Array(text.utf8)) == nil)
    }

    @Test func `the last of several values of a parameter counts`() {
        let target = RequestTarget(Array("/a?x=1&y=a+b%2B&x=2&z".utf8))
        #expect(target?["x"] == "2")
        #expect(target?["y"] == "a b+")
        #expect(target?["z"] == "")
        #expect(target?["w"] == nil)
    }

    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1:8080", true),
        ("localhost:1", "127.0.0.1:1", true),
        ("[::1]:2", "[::1]:2", true),
        ("0.0.0.0:3", "0.0.0.0:3", false),
        ("[::]:4", "[::]:4", false),
        ("unix:/tmp/a", "unix:/tmp/a", true),
    ])
    func `an address says whether others can reach it`(text: String, shown: String, isLoopback: Bool) {
        let address = ListenAddress(text: text)
        #expect(address?.description == shown)
        #expect(address?.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "", "8080", ":8080", "example.org:80", "127.0.0.1", "127.0.0.1:99999", "127.1:1", "::1:1", "unix:a",
    ])
    func `names and halves are no addresses`(text: String) {
        #expect(ListenAddress(text: text) == nil)
    }
}
