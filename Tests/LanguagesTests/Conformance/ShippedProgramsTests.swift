import Core
import FoundationEssentials
import Languages
import Testing

@Suite struct ShippedProgramsTests {
    private static let directory = Shipped.sandboxes + "/conformance"
    private static let common = ((try? Shipped.catalog().profiles) ?? []).filter { $0.tier == .common }
    private static let sets = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
        .filter { !$0.hasSuffix(".md") }.sorted()

    @Test func `the languages that everybody has are there`() {
        #expect(Self.sets.count >= 100)
        let ids = Set(Self.common.map(\.id.rawValue))
        let expected = [
            "bash", "c", "cpp", "go", "java", "javascript", "perl", "php", "python3", "ruby", "rust", "swift",
            "typescript",
        ]
        #expect(ids.isSuperset(of: expected))
    }

    @Test(arguments: common)
    func `a language that everybody has answers for every row`(profile: LanguageProfile) throws {
        let programs = ConformancePrograms(directory: Self.directory)
        for row in ConformanceRow.allCases {
            if case .missing(let path) = try programs.entry(for: row, of: profile) {
                Issue.record("\(profile.id) has nothing for \(row.rawValue): \(path)")
            }
        }
    }

    @Test(arguments: sets)
    func `a set has nothing but rows`(set: String) throws {
        let rows = ConformanceRow.allCases.map(\.rawValue)
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.directory + "/" + set) {
            let row = name.split(separator: ".").first.map(String.init) ?? ""
            #expect(rows.contains(row), "\(set)/\(name) is no row")
        }
    }

    @Test(arguments: sets)
    func `a set is somebody's`(set: String) throws {
        #expect(try Shipped.catalog().profiles.contains { $0.conformance.sets.contains(set) })
    }
}
