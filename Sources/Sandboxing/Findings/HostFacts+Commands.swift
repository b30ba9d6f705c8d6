internal import Linux

extension HostFacts {
    /// A command that needs root.
    func asRoot(_ command: String) -> String { isRoot ? command : "sudo " + command }

    /// Commands that need root, one after the other as long as they succeed.
    func asRoot(_ commands: [String]) -> String { commands.map { asRoot($0) }.joined(separator: " && ") }

    /// A command that writes `text` to the file `path`, which is root's.
    func writing(_ text: String, to path: String, appending: Bool = false) -> String {
        isRoot
            ? "echo \(text) \(appending ? ">>" : ">") \(path)"
            : "echo \(text) | sudo tee \(appending ? "-a " : "")\(path)"
    }

    /// A command that sets a kernel parameter now and for every start to come.
    func setting(_ parameter: String, to value: String) -> String {
        writing("\(parameter)=\(value)", to: "/etc/sysctl.d/60-assay.conf", appending: true)
            + " && " + asRoot("sysctl --system")
    }
}

// MARK: - Units

extension HostFacts {
    /// A unit of systemd's.
    struct Unit: Hashable {
        /// As in `assay-worker.service`.
        var name: String
        /// Whether it is of a user's systemd.
        var isUsers: Bool

        /// The unit whose cgroup the directory is; nil where it is none's.
        init?(cgroup: String) {
            let parts = cgroup.split(separator: "/").map(String.init)
            guard let last = parts.last, [".service", ".scope", ".slice"].contains(where: { last.hasSuffix($0) }) else {
                return nil
            }
            name = last
            isUsers = parts.dropLast().contains { $0.hasPrefix("user@") && $0.hasSuffix(".service") }
        }
    }

    /// Whether systemd runs this machine.
    var hasSystemd: Bool { files["/run/systemd/system"] != nil }

    /// The service that we are part of; nil where we are of none but a user's own systemd.
    var service: Unit? {
        let own = membership?.unified.map { Self.upwards(from: $0) } ?? []
        return own.lazy.compactMap { Unit(cgroup: $0) }.first {
            $0.name.hasSuffix(".service") && !$0.name.hasPrefix("user@")
        }
    }

    /// A command that starts the unit anew with another setting.
    func resetting(_ setting: String, of unit: Unit) -> String {
        let name = ShellWord.quoted(unit.name)
        let manager = unit.isUsers ? "systemctl --user" : asRoot("systemctl")
        let directory = "\(unit.isUsers ? "~/.config/systemd/user" : "/etc/systemd/system")/\(name).d"
        let make = unit.isUsers ? "mkdir -p \(directory)" : asRoot("mkdir -p \(directory)")
        let tee = unit.isUsers ? "tee" : asRoot("tee")
        return "\(make) && printf '[Service]\\n\(setting)\\n' | \(tee) \(directory)/assay.conf"
            + " && \(manager) daemon-reload && \(manager) restart \(name)"
    }
}
