/// What a container is made by, since each has its own switches.
enum Container: String, Sendable {
    case docker = "Docker"
    case podman = "Podman"
    case kubernetes = "Kubernetes"
    case lxc = "LXC"
    case nspawn = "systemd-nspawn"
    case other = "a container"

    /// What to do for what a container takes away: words where a single switch does it, and `command` with all of them.
    func mend(docker: String, kubernetes: String) -> String {
        switch self {
        case .docker, .podman: "start the container with \(docker), or with all that it needs:"
        case .kubernetes: "\(kubernetes), or all that it needs:"
        case .lxc: "let the container do what its machine may (NAME is the container's):"
        case .nspawn, .other: "run Assay beside this container, on the machine itself:"
        }
    }

    /// The command that starts Assay with all that boxes need, to be given where the container was started.
    ///
    /// Nothing less is known to do with every version of each (`docs/deployment.md`). The image is that of `packaging/`.
    func command(_ more: String = "") -> String {
        let options = "--rm --privileged --cgroupns=private\(more.isEmpty ? "" : " " + more)"
        return switch self {
        case .docker: "docker run \(options) assay-judge doctor"
        case .podman: "podman run \(options) assay-judge doctor"
        case .kubernetes: "kubectl run assay --rm -it --privileged --image=assay-judge -- doctor"
        case .lxc: "lxc config set NAME security.nesting=true security.privileged=true && lxc restart NAME"
        case .nspawn, .other: "assay doctor"
        }
    }
}

extension HostFacts {
    /// The container that we are in; nil when we are in none that can be seen.
    var container: Container? {
        let kind = text("/run/systemd/container") ?? ""
        let ancestors = (files["/proc/1/cgroup"] ?? "") + (files["/proc/self/cgroup"] ?? "")
        if files["/var/run/secrets/kubernetes.io/serviceaccount/namespace"] != nil || ancestors.contains("/kubepods") {
            return .kubernetes
        }
        if files["/run/.containerenv"] != nil || kind == "podman" { return .podman }
        // The file alone says only that this system was made as an image of Docker's.
        let isImage = files["/.dockerenv"] != nil && rootType.contains("overlay")
        if isImage || kind == "docker" || ancestors.contains("/docker") { return .docker }
        if kind.hasPrefix("lxc") || ancestors.contains("/lxc") { return .lxc }
        if kind == "systemd-nspawn" { return .nspawn }
        return kind.isEmpty || kind == "wsl" ? nil : .other
    }

    /// The type of the root file system.
    private var rootType: Substring {
        for line in (files["/proc/self/mountinfo"] ?? "").split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 4, fields[4] == "/", let dash = fields.firstIndex(of: "-") else { continue }
            return fields.dropFirst(dash + 1).first ?? ""
        }
        return ""
    }
}
