import Glibc
import Sandboxing

/// Prints the filter of a system call policy as boxes get it, an instruction a line; `Benchmarks/walls.sh` builds and
/// starts it.
@main enum PolicyFilter {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("use: policy-filter DIRECTORY POLICY")
            exit(2)
        }
        do throws(PolicyError) {
            let policy = try SystemCallPolicy.load(name: arguments[2], directory: arguments[1])
            for instruction in policy.compile().instructions { print(instruction) }
        } catch {
            print("policy-filter: \(error)")
            exit(3)
        }
    }
}
