import Glibc
import Linux
import Queueing

/// `assay` as it was built, beside this program's scratch directory: `$ASSAY` says where.
struct Program: ~Copyable {
    let child: ChildProcess

    /// Starts it; what it says goes where `output` says.
    init(_ arguments: [String], output: CInt = 2) throws(QueueError) {
        let path = HostEnvironment.variables()["ASSAY"] ?? ".build/release/assay"
        do {
            let executable = try Descriptor.open(path)
            let input = try Descriptor.open("/dev/null")
            let error = try Descriptor.open("/dev/null", O_WRONLY)
            child = try ChildProcess(
                executable: executable.number,
                arguments: ["assay"] + arguments,
                environment: HostEnvironment.variables().map { "\($0.key)=\($0.value)" },
                input: input.number,
                output: output,
                error: error.number,
                diesWithUs: true
            )
        } catch {
            throw .machinery(operation: "start \(path)", detail: "\(error); make build makes it")
        }
    }

    /// Runs it to its end.
    static func run(_ arguments: String...) throws(QueueError) {
        let program = try Program(arguments)
        guard (try? program.child.wait()) == .exited(0) else {
            throw .machinery(operation: "run assay \(arguments.joined(separator: " "))", detail: "it failed")
        }
    }

    /// Has it end, and waits for that.
    consuming func stop() {
        kill(pid_t(child.pid), SIGTERM)
        _ = try? child.wait()
    }

    /// The processes below that one, itself included.
    static func family(of number: Int) -> [Int] {
        var result = [number]
        let tasks = (try? HostDirectory.entries(of: "/proc/\(number)/task")) ?? []
        for task in tasks {
            let children = text("/proc/\(number)/task/\(task.name)/children").split(separator: " ").compactMap {
                Int($0)
            }
            for child in children { result += family(of: child) }
        }
        return result
    }

    /// A file of the kernel's; empty: it is gone.
    static func text(_ path: String) -> String {
        guard let file = try? Descriptor.open(path), let bytes = try? file.read(at: 0, upTo: 1 << 16) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
