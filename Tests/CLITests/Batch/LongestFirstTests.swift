import Batch
import Core
import Testing

@testable import CLI

@Suite struct LongestFirstTests {
    private struct Source: BatchSource {
        var items: [BatchItem]
        var count: Int? { items.count }
        var hasLong: Bool { items.contains(where: \.isLong) }

        mutating func next() -> BatchItem? { items.isEmpty ? nil : items.removeFirst() }
    }

    private static func item(_ number: Int, _ verdicts: Set<Verdict>?) -> BatchItem {
        BatchItem(
            id: "\(number)",
            package: "p",
            files: [],
            expectation: verdicts.map { .verdicts($0) } ?? .nothing
        )
    }

    @Test(
        arguments: [
            ([[.accepted], [.timeLimit], nil, [.wrongAnswer, .timeLimit], [.accepted]], ["1", "3", "0", "2", "4"]),
            ([[.accepted], nil, [.wrongAnswer]], ["0", "1", "2"]),
            ([[.timeLimit], [.timeLimit]], ["0", "1"]),
            ([], []),
        ] as [([Set<Verdict>?], [String])]
    )
    func `what is expected to take longest comes first, everything once`(
        expected: [Set<Verdict>?],
        order: [String]
    ) throws {
        let items = expected.enumerated().map { Self.item($0, $1) }
        var source = LongestFirst(Source(items: items))
        #expect(source.count == items.count)
        var ids: [String] = []
        while let item = try source.next() { ids.append(item.id) }
        #expect(ids == order)
        #expect(try source.next() == nil)
    }

    @Test func `a file of submissions is gone through again`() throws {
        let scratch = try ScratchDirectory()
        let lines = ["AC", "TLE", "WA"].map { verdict in
            "{\"id\":\"\(verdict)\",\"files\":{\"a.py\":\"\"},\"expected\":[\"\(verdict)\"]}\n"
        }
        let file = try scratch.file("s.jsonl", Array(lines.joined().utf8))
        let lined = try JSONLinesSource(
            file,
            packages: BatchPackages(["/p/hello"]),
            find: { $0 },
            fileName: { _ in nil }
        )
        #expect(lined.hasLong)
        var source = LongestFirst(lined)
        var ids: [String] = []
        while let item = try source.next() { ids.append(item.id) }
        #expect(ids == ["TLE", "AC", "WA"])
    }
}
