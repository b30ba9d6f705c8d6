import Glibc
import Queueing
import SQLiteQueue

/// Measures a queue beside the bare engine it is built on, in one session; `Benchmarks/queue.sh` builds and starts it.
@main enum QueueBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let topic = arguments.first, let directory = arguments.dropFirst().first else {
            print("use: queue-benchmark rates|depth|latency DIRECTORY [JOBS]")
            exit(2)
        }
        let jobs = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000_000
        do throws(QueueError) {
            switch topic {
            case "rates": try Rates(directory: directory).measure()
            case "depth": try Depth(directory: directory, jobs: jobs).measure()
            case "latency": try Latency(directory: directory).measure()
            default:
                print("there is no topic '\(topic)'")
                exit(2)
            }
        } catch {
            print("queue-benchmark: \(error)")
            exit(3)
        }
    }
}

/// Times that were taken, in microseconds.
struct Times {
    private var all: [Double] = []

    mutating func take<Result>(_ body: () throws(QueueError) -> Result) throws(QueueError) -> Result {
        let start = ContinuousClock.now
        let result = try body()
        add(ContinuousClock.now - start)
        return result
    }

    mutating func add(_ duration: Duration) { all.append(duration / .microseconds(1)) }

    /// The time that so large a part of all stayed below.
    func part(_ part: Double) -> Double {
        let sorted = all.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
    }

    var median: Double { part(0.5) }
    var count: Int { all.count }

    /// In one line.
    var text: String { "median \(Int(median)) us, 90 % \(Int(part(0.9))), 99 % \(Int(part(0.99))) (\(count))" }
}

extension SQLiteQueue {
    /// A job as submissions are: one file, one package.
    func sample() throws(QueueError) -> NewJob {
        let request = JudgingRequest(
            problem: .init(name: "hello", package: try put(Array("package".utf8))),
            language: "python3",
            files: [.init(name: "hello.py", content: try put(Array("print('hello')".utf8)))]
        )
        return NewJob(request, labels: ["language:python3"])
    }

    /// A worker that takes everything.
    func worker() throws(QueueError) -> WorkerID {
        let record = WorkerRecord(
            name: "w",
            host: "h",
            process: 1,
            slots: 1,
            labels: ["language:python3"],
            state: .ready
        )
        try register(record)
        return record.id
    }

    /// The next job.
    func next(_ worker: WorkerID) throws(QueueError) -> Lease {
        guard let lease = try lease(1, for: worker, labels: ["language:python3"]).first else {
            throw .machinery(operation: "measure", detail: "there is no job")
        }
        return lease
    }
}
