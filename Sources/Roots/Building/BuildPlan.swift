import Linux

/// How a root is built: programs that are run one after the other, and files that are written between them.
///
/// Whatever is run has processes, mounts, message queues and a name of its own; when it ends, so does all that it has
/// started. The scripts of packages see no files but the root's, and have no network.
struct BuildPlan: Hashable {
    /// One program.
    struct Stage: Hashable {
        /// What it does, for people.
        var title: String
        /// The program.
        var call: HostTool.Call
    }

    /// A file of the root that is there while it is built.
    struct File: Hashable {
        var path: String
        var text: String
        var isExecutable = false
    }

    let blueprint: Blueprint
    let selection: Blueprint.Selection
    let mirrors: Mirrors
    let settings: AptSettings
    /// Variables that tell of proxies.
    let proxies: [String]
    /// The path of debootstrap.
    let debootstrap: String
    /// The directory that becomes the root's files.
    let tree: String

    private static let separate: Namespaces.Kinds = [.mount, .processes, .messages, .names]
    private static let environment = [
        "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive",
        "DEBCONF_NONINTERACTIVE_SEEN=true",
    ]

    /// Fetches and unpacks the system; nothing of it is run yet.
    var unpacking: Stage {
        Stage(
            title: "fetching the base system",
            call: HostTool.Call(
                "/bin/sh",
                [
                    "sh", debootstrap, "--foreign", "--variant=minbase", "--keyring=\(blueprint.keyring)",
                    "--components=\(blueprint.components.joined(separator: ","))", blueprint.release, tree,
                    mirrors.archive,
                ],
                environment: Self.environment + proxies,
                isolation: ChildProcess.Isolation(Self.separate)
            )
        )
    }

    /// Sets the system up, in itself.
    var configuring: Stage {
        inside("setting the base system up", "sh", ["/debootstrap/debootstrap", "--second-stage"], hasNetwork: false)
    }

    /// Brings in the packages.
    var installing: [Stage] {
        let install = ["install", "--no-install-recommends"] + selection.packages
        var stages = [
            apt("fetching package lists", ["update"], hasNetwork: true),
            apt("fetching updates", ["dist-upgrade", "--download-only"], hasNetwork: true),
            apt("fetching packages", install + ["--download-only"], hasNetwork: true),
            apt("installing updates", ["dist-upgrade", "--no-download"], hasNetwork: false),
            apt("installing packages", install + ["--no-download"], hasNetwork: false),
        ]
        if selection.packages.isEmpty { stages.removeAll { $0.call.arguments.contains("install") } }
        return stages
    }

    private func apt(_ title: String, _ arguments: [String], hasNetwork: Bool) -> Stage {
        // Not on its standard output: dpkg would close that for the scripts of packages.
        var stage = inside(
            title,
            "apt-get",
            ["-q", "-y", "-o", "APT::Status-Fd=3"] + arguments,
            hasNetwork: hasNetwork
        )
        stage.call.usesThirdDescriptor = true
        return stage
    }

    /// A program of the root, in the root.
    private func inside(_ title: String, _ name: String, _ arguments: [String], hasNetwork: Bool) -> Stage {
        Stage(
            title: title,
            call: HostTool.Call(
                "/usr/bin/" + name,
                [name] + arguments,
                environment: Self.environment + (hasNetwork ? proxies : []),
                isolation: ChildProcess.Isolation(
                    hasNetwork ? Self.separate : Self.separate.union(.network),
                    root: tree
                )
            )
        )
    }
}

// MARK: - Files

extension BuildPlan {
    /// What is written before the first package is set up: no service is started, no manuals are kept.
    var rules: [File] {
        [
            File(path: "/usr/sbin/policy-rc.d", text: "#!/bin/sh\nexit 101\n", isExecutable: true),
            File(
                path: "/etc/dpkg/dpkg.cfg.d/assay",
                text: """
                    force-unsafe-io
                    path-exclude=/usr/share/doc/*
                    path-include=/usr/share/doc/*/copyright
                    path-exclude=/usr/share/info/*
                    path-exclude=/usr/share/locale/*
                    path-exclude=/usr/share/man/*

                    """
            ),
        ]
    }

    /// What is written before apt is run.
    ///
    /// - Parameter certificates: The host's certificate authorities, where a mirror is reached by https.
    /// - Returns: The files.
    func aptFiles(certificates: String?) -> [File] {
        var lines = [
            "Acquire::Languages \"none\";", "APT::Install-Recommends \"false\";", "Dpkg::Use-Pty \"false\";",
            // Else a mirror that does not answer is only a warning.
            "APT::Update::Error-Mode \"any\";",
        ]
        lines += settings.lines
        var files: [File] = []
        if let certificates {
            files.append(File(path: "/etc/apt/assay-certificates.pem", text: certificates))
            lines.append("Acquire::https::CAInfo \"/etc/apt/assay-certificates.pem\";")
        }
        files.append(File(path: "/etc/apt/apt.conf.d/00assay", text: lines.map { $0 + "\n" }.joined()))
        files.append(File(path: "/etc/apt/sources.list", text: mirrors.list(for: blueprint)))
        return files
    }
}
