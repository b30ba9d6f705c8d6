/// The numbers of signals: reports have names, which mean the same on every machine.
enum SignalNumber {
    /// The number on Linux of the signal called `name`, without `SIG`; nil: there is none.
    static func of(_ name: String) -> Int? {
        guard let place = names.firstIndex(of: name) else { return nil }
        return place + 1
    }

    private static let names = [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
        "TERM",
        "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH",
        "IO",
        "PWR", "SYS",
    ]
}
