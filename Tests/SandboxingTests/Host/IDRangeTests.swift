import Sandboxing
import Testing

@Suite struct IDRangeTests {
    @Test(arguments: [
        ("1900000000:65536", 1_900_000_000, 65536), ("0:1", 0, 1), ("4294967294:1", 4_294_967_294, 1),
    ])
    func `a range is a first id and how many`(text: String, first: Int, count: Int) {
        #expect(IDRange(text) == IDRange(first: first, count: count))
        #expect(IDRange(text)?.description == text)
    }

    @Test(arguments: [
        "", ":", "1", "1:", ":1", "1:0", "-1:5", "+1:5", "1:-5", "1 : 5", "1:5:6", "a:b", "0x10:5", "4294967295:1",
        "4294967294:2", "99999999999999999999:1", "1:99999999999999999999", "1:4294967295",
    ])
    func `anything else is none`(text: String) {
        #expect(IDRange(text) == nil)
    }

    @Test(
        arguments: [
            (taken: [], count: 4, first: 100), (["100:2"], 4, 102), (["102:2"], 4, 104), (["102:2"], 2, 100),
            (["90:20", "112:1"], 2, 110), (["112:1", "90:20"], 4, 113), (["0:1000"], 1, nil), (["104:10"], 6, 114),
            ([], 20, 100), ([], 21, nil), (["119:1"], 19, 100), (["119:1"], 20, nil), (["1:5", "500:5"], 20, 100),
        ] as [(taken: [String], count: Int, first: Int?)]
    )
    func `what is free is found from the start on`(taken: [String], count: Int, first: Int?) throws {
        let range = try #require(IDRange("100:20"))
        let free = range.free(count, besides: taken.compactMap { IDRange($0) })
        #expect(free == first.flatMap { IDRange(first: $0, count: count) })
    }
}
