import CLI
import Testing

@Suite struct FiguresTests {
    @Test(arguments: [
        (0, "0.000 s"), (0.0314, "0.031 s"), (0.0315, "0.032 s"), (12.9996, "13.000 s"), (1234.5, "1234.500 s"),
    ])
    func `shows seconds with three decimals`(seconds: Double, expected: String) {
        #expect(Figures.seconds(seconds) == expected)
    }

    @Test(arguments: [(0, "0.0 MiB"), (9_542_041, "9.1 MiB"), (1 << 30, "1024.0 MiB")])
    func `shows sizes with one decimal`(bytes: Int, expected: String) {
        #expect(Figures.mebibytes(bytes) == expected)
    }

    @Test(arguments: [(0, "0 tests"), (1, "1 test"), (2, "2 tests")])
    func `counts things`(count: Int, expected: String) {
        #expect(Figures.count(count, "test") == expected)
    }

    @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("", 0)])
    func `knows how wide text is`(text: String, expected: Int) {
        #expect(TextWidth.columns(of: text) == expected)
    }

    @Test(arguments: [("secret/01", 9, "secret/01"), ("secret/01", 8, "secret/…"), ("日本語", 4, "日…"), ("ab", 1, "a")])
    func `cuts text to a width`(text: String, width: Int, expected: String) {
        #expect(TextWidth.cut(text, to: width) == expected)
    }
}
