/// What an attack is aimed at; the classes of the published table.
enum RowClass: String, CaseIterable, Sendable {
    case files, processes, namespaces, systemCalls, network, memory, time, output, compileTime, crossRun, sideDoors
    case leftovers

    /// Its heading.
    var title: String {
        switch self {
        case .files: "files"
        case .processes: "processes"
        case .namespaces: "namespaces"
        case .systemCalls: "system calls"
        case .network: "network"
        case .memory: "memory"
        case .time: "time"
        case .output: "output"
        case .compileTime: "compile time"
        case .crossRun: "cross-run leakage"
        case .sideDoors: "side doors into the supervisor"
        case .leftovers: "resource leftovers"
        }
    }

    /// The folder of its programs below `Programs`.
    var folder: String {
        switch self {
        case .systemCalls: "SystemCalls"
        case .compileTime: "CompileTime"
        case .crossRun: "CrossRun"
        case .sideDoors: "SideDoors"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }

    /// What its attacks would change first, were there a hole; everything else is looked at after each row as well.
    var aims: [HostPart] {
        switch self {
        case .files: [.canaries, .temporaryFiles, .state]
        case .processes: [.processes, .supervisors, .cgroups]
        case .namespaces: [.mounts, .kernel, .supervisors]
        case .systemCalls: [.kernel, .supervisors, .mounts]
        case .network: [.sockets, .kernel]
        case .memory: [.supervisors, .cgroups, .temporaryFiles]
        case .time: [.supervisors, .processes, .cgroups]
        case .output: [.descriptors, .supervisors]
        case .compileTime: [.canaries, .state, .temporaryFiles]
        case .crossRun: [.ipc, .sockets, .temporaryFiles, .state]
        case .sideDoors: [.supervisors, .descriptors, .canaries]
        case .leftovers: [.descriptors, .processes, .ipc, .temporaryFiles]
        }
    }
}
