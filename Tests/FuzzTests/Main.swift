// The same parsers under libFuzzer, which looks for inputs that reach what none has reached before. Not part of the
// tests: `scripts/fuzz` builds it.
import Glibc
import Linux

/// The entry that this process is for; set before the first input.
nonisolated(unsafe) private var entry: FuzzEntry?

/// libFuzzer's driver, which is linked in by `-sanitize=fuzzer`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
struct Main {
    /// `assay-fuzz list`, or `assay-fuzz ENTRY LIBFUZZER-ARGUMENT…`.
    static func main() {
        guard CommandLine.arguments.count > 1,
            let chosen = FuzzEntry.all.first(where: { $0.name == CommandLine.arguments[1] })
        else {
            print(FuzzEntry.all.map(\.name).joined(separator: "\n"))
            exit(CommandLine.arguments.dropFirst().first == "list" ? 0 : 2)
        }
        entry = chosen
        // The entry's name is none of libFuzzer's arguments.
        var count = CommandLine.argc - 1
        var arguments = CommandLine.unsafeArgv + 1
        arguments[0] = CommandLine.unsafeArgv[0]
        exit(
            runDriver(&count, &arguments) { bytes, count in
                entry?.run([UInt8](UnsafeBufferPointer(start: bytes, count: count)))
                return 0
            }
        )
    }
}
