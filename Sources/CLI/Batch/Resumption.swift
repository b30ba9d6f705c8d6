internal import Batch
internal import Core
internal import Grading

/// What a batch that goes on need not do again.
struct Resumption {
    /// A result in a journal, as far as it tells whether it still holds.
    struct Earlier {
        var language: String
        var sha256: String
        var packageHash: String
        var expected: Set<Verdict>
        /// Of what is expected in particular, and of the options; nil in a journal of before they were told.
        var terms: String?
    }

    /// The ids of what need not be judged.
    private(set) var done: Set<String> = []
    /// How many results do not hold any more: the submission, its package, what is expected or an option
    /// is another one by now.
    private(set) var changed = 0

    /// Nothing was done before.
    init() {}

    /// What `journal` has of the submissions in `source`, which `judge` would judge; results that do not hold any more
    /// are taken out of it, and so are submissions that were skipped.
    ///
    /// - Throws: `Complaint` for a journal that cannot be read or written, or what `source` throws.
    init(_ journal: Journal, source: any BatchSource, judge: BatchJudge) throws {
        let results = try journal.results()
        done = Set(results.keys)
        var source = source
        while let item = try source.next() {
            guard let result = results[item.id] else { continue }
            if let result, judge.stillHolds(result, for: item) { continue }
            // What was not judged before may have what it needs by now.
            if result != nil { changed += 1 }
            done.remove(item.id)
        }
        try journal.keep(done)
    }
}
