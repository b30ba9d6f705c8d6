import Core
import Testing

@testable import Verifying

@Suite struct SpecialCaseTests {
    @Test func `a case for validators has the files that are beside it`() throws {
        let tree = try Tree([
            "data/invalid_input/1.in": "", "data/invalid_input/1.files/a.txt": "x",
            "data/invalid_input/1.files/sub/b.txt": "", "data/invalid_input/2.in": "",
        ])
        let cases = SpecialCases(folder: PackageFolder(root: tree.directory, shown: "p")).cases(in: "invalid_input")
        #expect(cases.map(\.path) == ["data/invalid_input/1", "data/invalid_input/2"])
        #expect(cases.map { $0.files.map(\.path) } == [["a.txt", "sub/b.txt"], []])
    }
}
