internal import Glibc
internal import Synchronization

/// What this process may still have of what it cannot do without.
///
/// Swift's own threads, and the library behind them, wait for ever for a thread that they cannot have, and end the process
/// when they can open no more: so whoever is about to need either looks first.
public enum Headroom {
    /// Sees to it that so many threads can be had at once, by having them for a moment.
    ///
    /// - Throws: the error of `pthread_create`(3): EAGAIN where a limit is reached.
    public static func requireThreads(_ count: Int) throws(Errno) {
        // Held back until the last one is started; a pipe's end lets all of them go at once.
        let gate = try Pipe()
        let number = gate.reader.number
        var threads: [pthread_t] = []
        var failure: CInt = 0
        while threads.count < count, failure == 0 {
            var thread = pthread_t()
            failure = pthread_create(
                &thread,
                nil,
                { context in
                    var end = pollfd(fd: CInt(Int(bitPattern: context)), events: Int16(POLLIN), revents: 0)
                    while poll(&end, 1, -1) < 0, errno == EINTR {}
                    return nil
                },
                UnsafeMutableRawPointer(bitPattern: Int(number))
            )
            if failure == 0 { threads.append(thread) }
        }
        let reader = gate.takeReader()
        for thread in threads { pthread_join(thread, nil) }
        _ = consume reader
        if failure != 0 { throw Errno(failure) }
    }

    /// Sees to it that this process may have so many open files, by raising its own limit where that is allowed.
    ///
    /// - Throws: EMFILE when it may not.
    public static func requireOpenFiles(_ count: Int) throws(Errno) {
        var limit = rlimit()
        try checked { getrlimit(RLIMIT_NOFILE, &limit) }
        let wanted = rlim_t(count)
        if limit.rlim_cur >= wanted { return }
        guard limit.rlim_max >= wanted else { throw .tooManyOpenFiles }
        limit.rlim_cur = wanted
        try checked { setrlimit(RLIMIT_NOFILE, &limit) }
    }

    /// How many more processes and threads the cgroup `directory` of the pids controller allows, with those above it, and
    /// which of them allows the fewest; nil where none has a limit.
    public static func processes(in directory: String) -> (count: Int, cgroup: String)? {
        var fewest: (count: Int, cgroup: String)?
        var current = directory
        while let file = try? Descriptor.open(current + "/pids.max") {
            // `max` is no number, and no limit.
            if let limit = (try? KernelNumber.read(from: file.number)) ?? nil,
                let used = number(in: current + "/pids.current"), fewest.map({ limit - used < $0.count }) ?? true
            {
                fewest = (limit - used, current)
            }
            guard let slash = current.lastIndex(of: "/"), slash != current.startIndex else { break }
            current = String(current[..<slash])
        }
        return fewest
    }

    private static func number(in path: String) -> Int? {
        guard let file = try? Descriptor.open(path) else { return nil }
        return (try? KernelNumber.read(from: file.number)) ?? nil
    }
}
