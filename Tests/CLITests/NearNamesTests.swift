import CLI
import Testing

@Suite struct NearNamesTests {
    private static let names = ["run", "submit", "languages", "doctor", "bench", "grade", "verify"]

    @Test(arguments: [
        ("submti", ["submit"]), ("sumbit", ["submit"]), ("langages", ["languages"]), ("lang", ["languages"]),
        ("Doctor", ["doctor"]), ("rnu", ["run"]), ("xyzzy", []), ("", []), ("d", []),
    ])
    func `finds what was meant`(written: String, expected: [String]) {
        #expect(NearNames.of(written, among: Self.names) == expected)
    }

    @Test func `puts the nearest first and gives no more than three`() {
        #expect(NearNames.of("cpp", among: ["cpp20", "cpp", "cp", "cpa", "cpq"]) == ["cpp", "cp", "cpa"])
    }
}
