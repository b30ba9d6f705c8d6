import Languages
import Testing

@Suite struct NearNamesTests {
    @Test(arguments: [
        ("extension", ["extensions", "name"], ["extensions"]),
        ("nmae", ["name", "names"], ["name"]),
        ("x", ["y", "long"], ["y"]),
        ("NAME", ["name"], ["name"]),
        ("far away", ["name"], []),
        ("", ["a"], []),
    ])
    func `names a slip or two away are near, the nearest first`(word: String, names: [String], expected: [String]) {
        #expect(NearNames.of(word, among: names) == expected)
    }
}
