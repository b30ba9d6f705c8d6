internal import Linux
internal import Problems

/// The program `assay`: finds the command, runs it, and tells what came of it.
public enum CommandLineTool {
    /// Runs the command that the process was started with, and ends the process.
    public static func main() -> Never {
        let start = ContinuousClock.now
        StandardStream.openMissing()
        Signals.ignoreBrokenPipes()
        let environment = HostEnvironment.variables()
        let console = Console(environment: environment)
        let code: ExitCode
        do {
            code = try run(Array(CommandLine.arguments.dropFirst()), environment: environment, console: console, start)
        } catch {
            let complaint = Complaint(error)
            // Where standard error cannot be written to, either, the exit code has to say it all.
            try? console.error.write(complaint.line + "\n")
            code = complaint.exitCode
        }
        // Threads that have done their work may still be giving back what they held, a database's connection say, while
        // `exit` would have libraries (OpenSSL is one) take their own things apart below them. Nothing is buffered.
        HostEnvironment.exitNow(code.rawValue)
    }

    private static func run(
        _ arguments: [String],
        environment: [String: String],
        console: Console,
        _ start: ContinuousClock.Instant
    ) throws -> ExitCode {
        let request = try Request(arguments)
        switch request {
        case .version:
            try console.output.write("assay \(Version.number)\n")
            return .good
        case .overview:
            let known = Subcommand.all.map(\.description)
            let width = console.output.columns
            try console.output.write(lines: HelpText.overview(of: known, width: width))
            return .good
        case .help(let command):
            try console.output.write(lines: command.description.help(width: console.output.columns))
            return .good
        case .command(let command, let parsed):
            guard let executable = HostEnvironment.executable() else {
                throw Complaint.ownFailure("could not read /proc/self/exe; mount /proc")
            }
            let installation = Installation(executable: executable, environment: environment)
            let invocation = Invocation(
                arguments: parsed,
                environment: environment,
                installation: installation,
                console: console,
                store: PackageStore(directory: (try? installation.state()).map { $0 + "/packages" }),
                start: start
            )
            switch command.action {
            case .atOnce(let action): return try action(invocation)
            case .withBoxes(let action): return try Foreground.run { try await action(invocation) }
            }
        }
    }
}
