internal import Batch
internal import Core

/// The submissions of another source, those first that are expected to run into a time limit.
///
/// They take longest. One that begins as the last would be waited for with the other slots empty. Otherwise the order is
/// that of the source.
struct LongestFirst: BatchSource {
    private let whole: any BatchSource
    private var source: any BatchSource
    private var givesLong: Bool

    var count: Int? { whole.count }
    var hasLong: Bool { whole.hasLong }

    /// What is in `source`, which is gone through twice where that makes a difference.
    init(_ source: any BatchSource) {
        whole = source
        self.source = source
        givesLong = source.hasLong
    }

    mutating func next() throws -> BatchItem? {
        while true {
            while let item = try source.next() {
                if !whole.hasLong || item.isLong == givesLong { return item }
            }
            guard givesLong else { return nil }
            givesLong = false
            source = whole
        }
    }
}

extension BatchItem {
    /// Whether it is expected to run into a time limit.
    var isLong: Bool { expectation.verdicts.contains(.timeLimit) }
}
