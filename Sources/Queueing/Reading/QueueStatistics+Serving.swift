extension QueueStatistics {
    /// Jobs that could be given out and that no ready worker takes: more of the same workers do not help them.
    public var unserved: [Waiting] {
        let offers = Self.offers(workers)
        return waiting.filter { waiting in waiting.ready > 0 && !offers.contains { waiting.labels.fits($0) } }
    }

    /// How many boxes may run at once; those of broken workers do not.
    public var slots: Int { workers.reduce(0) { $0 + ($1.state == .broken ? 0 : $1.slots) } }

    /// How long the oldest of these jobs has waited that a ready worker takes; of all where no worker is ready.
    public static func oldestAge(_ waiting: [Waiting], _ workers: [WorkerRecord]) -> Duration {
        let offers = offers(workers)
        let served = waiting.filter { waiting in
            offers.isEmpty || offers.contains { waiting.labels.fits($0) }
        }
        return served.map(\.oldestAge).max() ?? .zero
    }

    /// What ready workers offer; most of them offer the same.
    private static func offers(_ workers: [WorkerRecord]) -> Set<LabelSet> {
        Set(workers.lazy.filter { $0.state == .ready }.map(\.labels))
    }
}
