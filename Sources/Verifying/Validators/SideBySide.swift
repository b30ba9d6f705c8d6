internal import Batch

/// Does the same with many things, several at a time.
struct SideBySide: Sendable {
    /// How many at a time.
    let width: Int

    /// What `body` makes of each of `items`, in their order.
    ///
    /// - Throws: the first error of any of them; what was under way is then cancelled.
    func map<Item: Sendable, Value: Sendable>(
        _ items: [Item],
        _ body: @escaping @Sendable (Item) async throws -> Value,
        progress: (Int) -> Void = { _ in }
    ) async throws -> [Value] {
        var next = 0
        var values: [Int: Value] = [:]
        try await BatchRunner(width: width).run(
            next: { () -> (place: Int, item: Item)? in
                try Task.checkCancellation()
                guard next < items.count else { return nil }
                next += 1
                return (next - 1, items[next - 1])
            },
            judge: { entry in (entry.place, try await body(entry.item)) },
            take: { (place: Int, value: Value) in
                values[place] = value
                progress(values.count)
            }
        )
        return items.indices.compactMap { values[$0] }
    }

    /// The same up to the first of which `isLast` says that nothing behind it is worth its time; at most as many as go side
    /// by side are done in vain.
    ///
    /// - Throws: the first error of any of them; what was under way is then cancelled.
    func map<Item: Sendable, Value: Sendable>(
        _ items: [Item],
        upTo isLast: (Value) -> Bool,
        _ body: @escaping @Sendable (Item) async throws -> Value
    ) async throws -> [Value] {
        var values: [Value] = []
        for first in stride(from: 0, to: items.count, by: width) {
            let some = try await map(Array(items[first..<min(items.count, first + width)]), body)
            guard let end = some.firstIndex(where: isLast) else {
                values += some
                continue
            }
            return values + some[...end]
        }
        return values
    }
}
