import Linux

/// Which faults are tried, by `ASSAY_FAULTS`.
///
/// `all`, or what the chosen ones begin with, one or several with commas between them, as in
/// `serve openat #3,init unshare`. Without it the tests choose a few of each kind.
enum FaultChoice: Sendable {
    case few, all
    case beginning([String])

    /// What was asked for.
    static let current: FaultChoice =
        switch HostEnvironment.variables()["ASSAY_FAULTS"] ?? "" {
        case "": .few
        case "all": .all
        case let text: .beginning(text.split(separator: ",").map(String.init))
        }

    /// Whether somebody has chosen.
    var isStated: Bool {
        if case .few = self { false } else { true }
    }
}

extension FaultChoice {
    /// Whether something was asked for of the worker's own calls, or else of all others.
    func asks(forWorkers: Bool) -> Bool {
        guard case .beginning(let starts) = self else { return true }
        return starts.contains { start in
            ["worker", "spawn"].contains { start.hasPrefix($0) } == forWorkers
        }
    }
}

extension [Fault] {
    /// Those that begin with one of these words.
    func beginning(with starts: [String]) -> [Fault] {
        filter { fault in starts.contains { fault.description.hasPrefix($0) } }
    }
}
