internal import Glibc

/// Asking signals instead of being interrupted by them.
///
/// A signal handler may do next to nothing, and could hit any thread in the middle of anything. So signals that we mean
/// to answer are blocked in the first thread before there is a second one, which then inherits the mask, and one thread
/// waits for them in `sigwait`(3).
public enum Signals {
    /// A signal that a program may want to answer.
    public enum Signal: CInt, Sendable, CaseIterable {
        /// SIGHUP: the terminal is gone.
        case hangUp = 1
        /// SIGINT: somebody at the terminal has had enough.
        case interrupt = 2
        /// SIGUSR1: whatever the program says it means.
        case own = 10
        /// SIGTERM: somebody else has.
        case terminate = 15
    }

    /// Blocks `signals` in this thread, and so in every thread and process that it starts afterwards.
    ///
    /// To be called by `main` before anything else starts a thread. Whoever spawns a process has to give it a mask of
    /// its own, as a blocked signal stays blocked through `execve`(2).
    public static func block(_ signals: [Signal]) {
        var mask = set(of: signals)
        let result = pthread_sigmask(SIG_BLOCK, &mask, nil)
        precondition(result == 0, "pthread_sigmask fails only for a wrong first argument")
    }

    /// Waits until one of `signals`, all of them blocked, is pending, takes it, and tells which it was.
    @available(*, noasync, message: "this blocks the thread")
    public static func wait(for signals: [Signal]) -> Signal {
        var mask = set(of: signals)
        var number: CInt = 0
        while true {
            // It fails only with EINTR, by a signal that is not blocked; glibc's own repeats then.
            if sigwait(&mask, &number) == 0, let signal = Signal(rawValue: number) { return signal }
        }
    }

    /// Makes `signal` pending for this process as a whole; a thread in `wait` takes it.
    public static func raise(_ signal: Signal) {
        // It always succeeds (getpid(2)); but -1 would be everybody on the machine.
        let own = getpid()
        if own > 0 { _ = kill(own, signal.rawValue) }
    }

    /// Ignores SIGPIPE: writing where nobody reads gives EPIPE, and is answered where it happens.
    public static func ignoreBrokenPipes() {
        _ = Glibc.signal(SIGPIPE, SIG_IGN)
    }

    /// Blocks SIGPIPE, with the same effect; a program that is executed with an empty mask has its default again.
    public static func blockBrokenPipes() {
        var mask = sigset_t()
        sigemptyset(&mask)
        sigaddset(&mask, SIGPIPE)
        sigprocmask(SIG_BLOCK, &mask, nil)
    }

    private static func set(of signals: [Signal]) -> sigset_t {
        var mask = sigset_t()
        sigemptyset(&mask)
        for signal in signals { sigaddset(&mask, signal.rawValue) }
        return mask
    }
}
