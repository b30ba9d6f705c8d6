import SandboxTesting

extension Row {
    /// The whole table.
    static let all: [Row] =
        (programs + scripts + collecting + compiling + compilingScripts + duets + behindFilter + situations + terminals)
        .map(\.withIncident)

    /// The programs in C that are run by themselves.
    private static let programs: [Row] =
        rows(.files, HostileProgram.files)
        + rows(.processes, HostileProgram.processes)
        + rows(.namespaces, HostileProgram.namespaces + HostileProgram.newNamespaces)
        + rows(.systemCalls, HostileProgram.systemCalls + HostileProgram.callsByName)
        + rows(.network, HostileProgram.network)
        + rows(.memory, HostileProgram.memory)
        + rows(.time, HostileProgram.time)
        + rows(.output, HostileProgram.output)
        + rows(.crossRun, HostileProgram.crossRun)
        + rows(.sideDoors, HostileProgram.sideDoors)
        + rows(.leftovers, HostileProgram.leftovers)

    private static func rows(_ kind: RowClass, _ programs: [HostileProgram]) -> [Row] {
        programs.map { Row($0, as: kind) }
    }
}

extension HostileProgram {
    /// Every program that is run by itself.
    static let alone: [HostileProgram] =
        files + processes + namespaces + newNamespaces + systemCalls + callsByName + network + memory + time + output
        + crossRun + sideDoors + leftovers
}
