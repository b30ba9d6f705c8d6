/// What a host's kernel and packages are from, by what its `os-release`(5) says: each has commands of its own.
struct Distribution: Hashable {
    private enum Family {
        case debian, fedora, arch, suse
    }

    private let family: Family
    private let name: String
    private let version: String

    /// What the text of the file says; of one that says nothing that we know, Debian.
    init(osRelease text: String) {
        var values: [Substring: String] = [:]
        for line in text.split(separator: "\n") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            values[line[..<equals]] = line[line.index(after: equals)...].filter { $0 != "\"" && $0 != "'" }
        }
        name = values["ID"] ?? "debian"
        version = values["VERSION_ID"] ?? ""
        let names = [name] + (values["ID_LIKE"] ?? "").split(separator: " ").map(String.init)
        let families: [(Family, [String])] = [
            (.debian, ["debian", "ubuntu"]), (.fedora, ["fedora", "rhel", "centos"]), (.arch, ["arch"]),
            (.suse, ["suse", "opensuse"]),
        ]
        family = families.first { $0.1.contains { names.contains($0) } }?.0 ?? .debian
    }

    /// Commands for root by which the next start is with a newer kernel.
    func commandsForNewerKernel(architecture: String) -> [String] {
        let architecture = architecture == "aarch64" ? "arm64" : "amd64"
        let install =
            switch family {
            case .debian where name == "ubuntu": "apt-get install linux-generic-hwe-\(version)"
            // Its own is too old; a later one is among its security updates.
            case .debian where version == "11": "apt-get install linux-image-6.1-\(architecture)"
            case .debian: "apt-get install linux-image-\(architecture)"
            case .fedora: "dnf upgrade kernel"
            case .arch: "pacman -Syu"
            case .suse: "zypper update kernel-default"
            }
        return [install, "reboot"]
    }

    /// Commands for root by which the next start is without a parameter of the kernel's.
    func commandsForStart(without parameter: String) -> [String] {
        family == .fedora
            ? ["grubby --update-kernel=ALL --remove-args='\(parameter)'", "reboot"]
            : ["sed -i 's/ *\(parameter)//' /etc/default/grub", loader, "reboot"]
    }

    /// Commands for root by which the next start is with one more parameter of the kernel's.
    func commandsForStart(with parameter: String) -> [String] {
        family == .fedora
            ? ["grubby --update-kernel=ALL --args='\(parameter)'", "reboot"]
            : [#"sed -i 's/^GRUB_CMDLINE_LINUX="/&"# + parameter + " /' /etc/default/grub", loader, "reboot"]
    }

    private var loader: String {
        switch family {
        case .debian: "update-grub"
        case .arch: "grub-mkconfig -o /boot/grub/grub.cfg"
        case .fedora, .suse: "grub2-mkconfig -o /boot/grub2/grub.cfg"
        }
    }

    /// A command for root that installs the helpers for subordinate ids.
    var commandForIDHelpers: String {
        switch family {
        case .debian: "apt-get install uidmap"
        case .fedora: "dnf install shadow-utils"
        case .arch: "pacman -S shadow"
        case .suse: "zypper install shadow"
        }
    }

    /// A command for root that installs newer microcode.
    var commandForMicrocode: String {
        switch family {
        case .debian: "apt-get install intel-microcode amd64-microcode"
        case .fedora: "dnf upgrade microcode_ctl linux-firmware"
        case .arch: "pacman -S intel-ucode amd-ucode"
        case .suse: "zypper install ucode-intel ucode-amd"
        }
    }
}

extension HostFacts {
    /// What this host's kernel and packages are from.
    var distribution: Distribution { Distribution(osRelease: files["/etc/os-release"] ?? "") }

    /// A command by which the next start is with a newer kernel.
    var withNewerKernel: String { asRoot(distribution.commandsForNewerKernel(architecture: architecture)) }

    /// A command by which the next start is without a parameter of the kernel's.
    func starting(without parameter: String) -> String { asRoot(distribution.commandsForStart(without: parameter)) }

    /// A command by which the next start is with one more parameter of the kernel's.
    func starting(with parameter: String) -> String { asRoot(distribution.commandsForStart(with: parameter)) }
}
