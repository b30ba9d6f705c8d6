internal import Linux
internal import Synchronization

/// Runs work that has boxes while the first thread waits for its end, or for a signal that calls it off.
enum Foreground {
    /// What this process answers: the first of them calls the work off, the second ends the process at once.
    ///
    /// SIGUSR1 is our own: the work sends it when it is done.
    static let signals: [Signals.Signal] = [.interrupt, .terminate, .hangUp, .own]

    /// Runs `work` and gives what it gives; when a signal called it off, the exit code for that signal.
    ///
    /// - Throws: what `work` throws, unless a signal called it off.
    static func run(_ work: @escaping @Sendable () async throws -> ExitCode) throws -> ExitCode {
        // Before there is any other thread: they inherit the mask.
        Signals.block(signals)
        try requireHeadroom()
        let result = Answer()
        let task = Task.detached {
            do {
                result.give(.success(try await work()))
            } catch {
                result.give(.failure(error))
            }
            Signals.raise(.own)
        }
        var answer: ExitCode?
        while true {
            let signal = Signals.wait(for: signals)
            if signal == .own {
                // Anybody can send it; only an answer ends the waiting.
                guard let result = result.taken() else { continue }
                return try answer ?? result.get()
            }
            if let answer {
                // Whoever asks twice does not want to wait. The jailers notice that we are gone, and kill their boxes.
                HostEnvironment.exitNow(answer.rawValue)
            }
            answer = code(for: signal)
            task.cancel()
        }
    }

    /// Runs `work` and gives what it gives; `told` gets every signal that comes meanwhile, and a way to cancel the work.
    ///
    /// - Throws: what `work` throws.
    static func serve(
        _ work: @escaping @Sendable () async throws -> ExitCode,
        told: (Signals.Signal, _ cancel: () -> Void) -> Void
    ) throws -> ExitCode {
        Signals.block(signals)
        try requireHeadroom()
        let result = Answer()
        let task = Task.detached {
            do {
                result.give(.success(try await work()))
            } catch {
                result.give(.failure(error))
            }
            Signals.raise(.own)
        }
        while true {
            let signal = Signals.wait(for: signals)
            if signal == .own {
                if let result = result.taken() { return try result.get() }
            } else {
                told(signal) { task.cancel() }
            }
        }
    }

    /// Swift's threads wait for ever for what they cannot have: then nothing would ever be said.
    static func requireHeadroom() throws(Complaint) {
        // Before the first jailer, as boxes can have no more than we may.
        OwnLimits.raise()
        do {
            try Headroom.requireOpenFiles(256)
        } catch {
            throw .ownFailure("could not have 256 open files: \(error); raise the limit, as in: ulimit -n 1024")
        }
        do {
            try Headroom.requireThreads(16)
        } catch {
            throw .ownFailure(
                "could not start 16 threads: \(error); raise the limit of processes: ulimit -u, or pids.max of our cgroup"
            )
        }
    }

    private static func code(for signal: Signals.Signal) -> ExitCode {
        switch signal {
        case .interrupt: .interrupted
        case .hangUp: .hungUp
        case .terminate, .own: .terminated
        }
    }

    /// Where the work leaves what came of it.
    final class Answer: Sendable {
        private let result = Mutex<Result<ExitCode, any Error>?>(nil)

        func give(_ value: Result<ExitCode, any Error>) { result.withLock { $0 = value } }

        func taken() -> Result<ExitCode, any Error>? { result.withLock { $0 } }
    }
}
