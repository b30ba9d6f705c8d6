import Core
import JailProtocol
import Linux

@testable import Sandboxing

extension FuzzEntry {
    /// Messages between worker and jailer, and what is made of a jailer's.
    static let wire: [FuzzEntry] = [
        FuzzEntry("request", words: numbers) { input in
            guard let request = try? Request(bytes: input) else { return }
            precondition((try? Request(bytes: request.bytes)) == request, "a request is read as it was written")
        },
        FuzzEntry("answer", words: numbers) { input in
            guard let answer = try? Answer(bytes: input) else { return }
            precondition((try? Answer(bytes: answer.bytes)) == answer, "an answer is read as it was written")
            switch answer {
            case .finished(let result): take(result)
            case .failed(let failure), .lost(let failure): _ = ExecutorFailure(failure).description
            case .unshared, .ready: break
            }
        },
        FuzzEntry("collection", words: numbers) { input in
            guard let report = try? CollectionReport(bytes: input) else { return }
            precondition((try? CollectionReport(bytes: report.bytes)) == report, "a report is read as it was written")
            guard case .files(let table) = report else { return }
            check(try? CollectedBundle.bundle(table, content()))
        },
    ]

    /// Integers as messages have them: small ones, and those at the edges.
    private static let numbers: [[UInt8]] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 16, 255, 4096, -1, Int.max, Int.min, 1 << 32]
        .map { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }

    /// What a worker does with a result.
    private static func take(_ result: BoxResult) {
        let limit = ByteCount(1000)
        do throws(ExecutorFailure) {
            var files = OutputFiles()
            _ = try files.prepare()
            let output = try files.take(.output, length: result.outputLength, limit: limit)
            let rest = ByteCount(limit.bytes - output.byteCount)
            let error = try files.take(.error, length: result.errorLength, limit: rest)
            precondition(output.byteCount + error.byteCount <= limit.bytes, "no more than the limit")
            let bundle = try result.collected.map { table throws(ExecutorFailure) in
                try CollectedBundle.bundle(table, content())
            }
            let outcome = OutcomeTranslation.outcome(
                result,
                standardOutput: output,
                standardError: error,
                collected: bundle
            )
            precondition(outcome.usage.cpuTime >= .zero && outcome.usage.wallTime >= .zero, "times are not negative")
            precondition(outcome.usage.peakMemory.bytes >= 0, "nor is memory")
            check(bundle)
        } catch {
            precondition(!error.description.contains("\n"), "an error is one line")
        }
    }

    /// A hundred bytes to take files out of.
    private static func content() throws(ExecutorFailure) -> Descriptor {
        do throws(Errno) {
            let file = try MemoryFile.make("fuzz")
            try file.write([UInt8](repeating: 7, count: 100), at: 0)
            return file
        } catch {
            throw ExecutorFailure(operation: "make", subject: "memory file", cause: "\(error)")
        }
    }

    private static func check(_ bundle: Bundle?) {
        for file in bundle?.files ?? [] {
            precondition(BoxFile.isAcceptable(path: file.path), "no path leads out of a box")
            guard let bytes = try? file.content.bytes(upTo: 1000) else { preconditionFailure("every file can be read") }
            precondition(bytes.count == min(1000, file.content.byteCount), "and holds what it says")
        }
    }
}
