import Glibc

/// Measures a service that runs, from outside; `Benchmarks/service.sh` builds it, starts the service and this.
@main enum ServiceBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().map { String($0) }
        guard arguments.count >= 4, let port = UInt16(arguments[1]), let process = Int(arguments[3]) else {
            print("use: service-benchmark live|reads|streams|load PORT KEY PROCESS [COUNT]")
            exit(2)
        }
        let target = Target(port: port, key: arguments[2], process: process)
        let count = arguments.count > 4 ? Int(arguments[4]) : nil
        do throws(Failure) {
            switch arguments[0] {
            case "live": try Live(target: target, rounds: count ?? 300).measure()
            case "reads": try Reads(target: target, seconds: count ?? 10).measure()
            case "streams": try Streams(target: target, count: count ?? 1000).measure()
            case "load": try Load(target: target, seconds: count ?? 60).measure()
            default: throw Failure("there is no topic '\(arguments[0])'")
            }
        } catch {
            print("service-benchmark: \(error.what)")
            exit(3)
        }
    }
}

/// The service that is measured.
struct Target: Sendable {
    let port: UInt16
    let key: String
    /// Its process, whose memory is looked at.
    let process: Int

    /// A body that asks for the sample of `hello` to be judged: one test.
    static func order(_ number: Int) -> String {
        #"{"problem":"hello","language":"python3","samples":true,"#
            + #""files":{"hello.py":"print('Hello, World!')  # \#(number)\n"}}"#
    }

    /// Memory that the process has resident, in MiB.
    var resident: Double {
        guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("VmRSS:") else { continue }
            return (Double(text.filter(\.isNumber)) ?? 0) / 1024
        }
        return 0
    }
}

/// Something was not as it has to be; there are no figures then.
struct Failure: Error {
    let what: String
    init(_ what: String) { self.what = what }
}

/// Times that were taken.
struct Times: Sendable {
    private var all: [Double] = []

    mutating func add(_ duration: Duration) { all.append(duration / .milliseconds(1)) }
    mutating func add(_ other: Times) { all += other.all }

    /// In one line: milliseconds.
    var text: String {
        let sorted = all.sorted()
        func part(_ part: Double) -> String {
            let value = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
            return "\((value * 10).rounded() / 10)"
        }
        return "median \(part(0.5)) ms, 90 % \(part(0.9)), 99 % \(part(0.99)), all \(part(1)) (\(all.count))"
    }
}
