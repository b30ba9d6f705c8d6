/// Has many items judged, several at a time, and hands results on as they come.
///
/// However many there are, only those under way are in memory.
public struct BatchRunner: Sendable {
    private let width: Int

    /// A runner of so many at a time.
    public init(width: Int) {
        self.width = max(1, width)
    }

    /// Judges what `next` gives until it gives nil; `take` gets each result, one at a time, as it comes.
    ///
    /// - Throws: the first error of any of them; what was under way is then cancelled.
    public func run<Item: Sendable, Value: Sendable>(
        next: () throws -> Item?,
        judge: @escaping @Sendable (Item) async throws -> Value,
        take: (Value) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Value.self) { group in
            var running = 0
            var isAtEnd = false
            while true {
                while !isAtEnd, running < width {
                    guard let item = try next() else {
                        isAtEnd = true
                        break
                    }
                    group.addTask { try await judge(item) }
                    running += 1
                }
                guard let value = try await group.next() else { return }
                running -= 1
                try take(value)
            }
        }
    }
}
