import Glibc
import Queueing

/// Measures a queue beside the bare engine it is built on, in one session; `Benchmarks/queue.sh` builds and starts it.
@main enum QueueBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let topic = arguments.first, let place = arguments.dropFirst().first else {
            print("use: queue-benchmark rates|depth|latency|cancel|memory DIRECTORY|URL [JOBS]")
            exit(2)
        }
        let engine: Engine = place.hasPrefix("postgresql:") ? .postgres(url: place) : .sqlite(directory: place)
        let jobs = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000_000
        do throws(QueueError) {
            switch topic {
            case "rates": try Rates(engine: engine).measure()
            case "depth": try Depth(engine: engine, jobs: jobs).measure()
            case "latency": try Latency(engine: engine).measure()
            case "cancel": try CancelTime(engine: engine).measure()
            case "memory": try WorkerMemory(engine: engine, jobs: jobs).measure()
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
