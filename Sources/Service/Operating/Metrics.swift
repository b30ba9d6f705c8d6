internal import Core
internal import HTTPServing
internal import Queueing

/// Figures in the text format of Prometheus (version 0.0.4).
enum Metrics {
    static func response(_ context: ServiceContext) throws -> Response {
        let queue = try context.queue.statistics()
        var text = ""
        family(&text, "assay_jobs", "gauge", "Jobs in the queue's database by state.")
        for state in JobState.allCases {
            sample(&text, "assay_jobs", [("state", state.rawValue)], Double(queue.count(state)))
        }
        single(&text, "assay_jobs_delayed", "Queued jobs that wait for their time.", Double(queue.delayed))
        single(
            &text,
            "assay_queue_oldest_age_seconds",
            "How long the oldest job has waited that a worker takes; of all jobs where no worker is ready.",
            queue.oldestAge.inSeconds
        )
        single(
            &text,
            "assay_jobs_unserved",
            "Queued jobs that no ready worker takes.",
            Double(queue.unserved.reduce(0) { $0 + $1.ready })
        )
        single(&text, "assay_content_bytes", "Bytes of stored content.", Double(queue.contentBytes))
        family(&text, "assay_workers", "gauge", "Workers by state.")
        let workers = Dictionary(grouping: queue.workers, by: \.state)
        for state in WorkerRecord.State.allCases where state != .gone {
            sample(&text, "assay_workers", [("state", state.rawValue)], Double(workers[state]?.count ?? 0))
        }
        single(&text, "assay_slots", "Boxes that may run at once.", Double(queue.slots))
        single(
            &text,
            "assay_slots_busy",
            "Jobs that workers have.",
            Double(queue.workers.reduce(0) { $0 + $1.running })
        )
        service(&text, context)
        var response = Response(status: 200, body: Array(text.utf8))
        response.add("content-type", "text/plain; version=0.0.4; charset=utf-8")
        return response
    }

    private static func service(_ text: inout String, _ context: ServiceContext) {
        let figures = context.figures
        family(&text, "assay_events_total", "counter", "Events of jobs that this server has seen, by kind.")
        for kind in JobEvent.Kind.allCases {
            sample(&text, "assay_events_total", [("kind", kind.rawValue)], Double(figures.events[kind.rawValue] ?? 0))
        }
        family(&text, "assay_submissions_accepted_total", "counter", "Submissions that this server has enqueued.")
        sample(&text, "assay_submissions_accepted_total", [], Double(figures.value(.accepted)))
        for (name, help, times) in [
            ("assay_wait_seconds", "From being enqueued to being started, of the last 1000.", figures.waits),
            ("assay_verdict_seconds", "From being enqueued to the verdict, of the last 1000.", figures.totals),
        ] {
            family(&text, name, "gauge", help)
            sample(&text, name, [("quantile", "0.5")], times.p50)
            sample(&text, name, [("quantile", "0.9")], times.p90)
            sample(&text, name, [("quantile", "0.99")], times.p99)
        }
        single(&text, "assay_uptime_seconds", "Since this server started.", figures.uptime)
        guard let server = context.serverFigures else { return }
        single(&text, "assay_http_connections", "Connections that are open.", Double(server.connections))
        single(&text, "assay_http_streams", "Streams of events that are open.", Double(server.streams))
        family(&text, "assay_http_responses_total", "counter", "Answers by status.")
        for (status, count) in server.answers.sorted(by: { $0.key < $1.key }) {
            sample(&text, "assay_http_responses_total", [("status", "\(status)")], Double(count))
        }
    }

    private static func single(_ text: inout String, _ name: String, _ help: String, _ value: Double) {
        family(&text, name, "gauge", help)
        sample(&text, name, [], value)
    }

    private static func family(_ text: inout String, _ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private static func sample(_ text: inout String, _ name: String, _ labels: [(String, String)], _ value: Double) {
        // Names and values of labels are words of ours, in which nothing has to be escaped.
        let inside = labels.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
        let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        text += "\(name)\(inside.isEmpty ? "" : "{\(inside)}") \(number)\n"
    }
}
