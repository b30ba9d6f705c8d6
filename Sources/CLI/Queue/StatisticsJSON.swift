internal import Core
internal import Queueing

/// How the queue is doing, as `--json` shows it.
struct StatisticsJSON: Encodable {
    struct Waiting: Encodable {
        var labels: [String]
        var ready: Int
        var oldestAge: Double
    }

    struct Worker: Encodable {
        var id: String
        var name: String
        var host: String
        var process: Int
        var state: String
        var detail: String
        var slots: Int
        var running: Int
        var labels: [String]
        var startedAt: String
        var heardAt: String
    }

    var queued: Int
    var running: Int
    var done: Int
    var dead: Int
    var cancelled: Int
    var delayed: Int
    var oldestAge: Double
    var unserved: Int
    var waiting: [Waiting]
    var enqueuedLastMinute: Int
    var endedLastMinute: Int
    var contentBytes: Int
    var workers: [Worker]

    init(_ statistics: QueueStatistics) {
        queued = statistics.count(.queued)
        running = statistics.count(.running)
        done = statistics.count(.done)
        dead = statistics.count(.dead)
        cancelled = statistics.count(.cancelled)
        delayed = statistics.delayed
        oldestAge = statistics.oldestAge.inSeconds
        unserved = statistics.unserved.reduce(0) { $0 + $1.ready }
        waiting = statistics.waiting.map {
            Waiting(labels: $0.labels.labels, ready: $0.ready, oldestAge: $0.oldestAge.inSeconds)
        }
        enqueuedLastMinute = statistics.enqueuedLastMinute
        endedLastMinute = statistics.endedLastMinute
        contentBytes = statistics.contentBytes
        workers = statistics.workers.map { worker in
            Worker(
                id: worker.id.rawValue,
                name: worker.name,
                host: worker.host,
                process: worker.process,
                state: worker.state.rawValue,
                detail: worker.detail,
                slots: worker.slots,
                running: worker.running,
                labels: worker.labels.labels,
                startedAt: UTCTime.text(worker.startedAt),
                heardAt: UTCTime.text(worker.heardAt)
            )
        }
    }
}
