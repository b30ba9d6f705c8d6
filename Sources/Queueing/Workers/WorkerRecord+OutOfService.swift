/// A worker that took itself out of service has ended moments later, and whoever operates the queue has to hear of it all
/// the same. It is kept as gone, so that nobody takes it for one that works; its detail says the rest.
extension WorkerRecord {
    /// How the detail of a worker begins that is gone and was broken; its reason follows.
    public static let outOfService = "out of service: "

    /// How long such a worker is told of as broken, unless one of its name is ready before.
    public static let outOfServiceIsTold = Duration.seconds(3600)

    /// The worker as statistics tell of it; nil: not at all.
    ///
    /// One that is gone is not told of, but as broken, with its reason, where it had taken itself out of service within the
    /// last hour.
    public func told(at now: Timestamp) -> WorkerRecord? {
        guard state == .gone else { return self }
        guard detail.hasPrefix(Self.outOfService), now - heardAt < Self.outOfServiceIsTold else { return nil }
        var told = self
        told.state = .broken
        told.detail.removeFirst(Self.outOfService.count)
        return told
    }
}
