internal import Queueing
internal import Synchronization

/// The sets of labels that jobs need, with the numbers under which they are stored.
///
/// There are few of them, and they stay: so a worker's next job is found by looking at the first job of each set that the
/// worker fits, however many jobs of others wait.
final class LabelSets: Sendable {
    private let known = Mutex<[LabelSet: Int]>([:])

    var count: Int { known.withLock { $0.count } }

    /// The numbers of the sets that a worker with these labels has.
    func fitting(_ offered: LabelSet) -> [Int] {
        known.withLock { known in known.filter { $0.key.fits(offered) }.map(\.value) }.sorted()
    }

    /// The number of a set, which is stored if it is new.
    func number(of labels: LabelSet, _ session: Session) throws(PostgresFailure) -> Int {
        if let number = known.withLock({ $0[labels] }) { return number }
        _ = try session("INSERT INTO @label_sets (labels) VALUES ($1) ON CONFLICT DO NOTHING", .text(labels.text))
        try load(session)
        guard let number = known.withLock({ $0[labels] }) else { throw .lost("a set of labels has vanished") }
        return number
    }

    func load(_ session: Session) throws(PostgresFailure) {
        var found: [LabelSet: Int] = [:]
        for row in try session.run("SELECT id, labels FROM @label_sets", []) {
            found[LabelSet(text: try row.text(1))] = try row.int(0)
        }
        // Replaced as a whole: a server that was restored may have lost some, and given their numbers to others.
        let loaded = found
        known.withLock { $0 = loaded }
    }
}
