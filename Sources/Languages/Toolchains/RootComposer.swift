import Core
import Linux

/// Makes the root of a box from what its recipe wants and what this host, or a prepared root, has.
struct RootComposer {
    let etc: String
    /// Where everything is but our own files.
    let tree: FileTree
    let home: String?
    let locations: [String: ToolLocation]
    let hidden: PrivateDirectories

    /// The root of `step`'s boxes.
    func root(of step: Step) -> Root {
        let recipe = step.root
        var entries = system(recipe.base)
        for mount in recipe.mounts {
            let tree = mount.isOwn ? .host : tree
            for path in InstallationPlaces.matches(mount.host, home: home, in: tree) {
                entries += bind(path, box: mount.box ?? path, from: tree)
            }
        }
        for installation in installations(of: step) { entries += bind(installation, box: installation, from: tree) }
        if step.copiesInput { entries.append(.link(box: Command.inputName, target: Command.inputCopy)) }
        return Root(entries: entries + covers(for: entries))
    }

    /// A part of `tree`: in a prepared root with its links followed there, as the kernel would follow them on the host.
    private func bind(_ path: String, box: String, from tree: FileTree) -> [Root.Entry] {
        tree.hostPath(of: path).map { [.bind(host: $0, box: box)] } ?? []
    }

    /// Covers for what lies in the parts and is nothing for a program: problems that were installed below `/usr/share`.
    private func covers(for entries: [Root.Entry]) -> [Root.Entry] {
        entries.flatMap { entry -> [Root.Entry] in
            guard case .bind(let host, let box) = entry else { return [] }
            return hidden.all(in: host).filter { HostDirectory.kind(of: $0) == .directory }.map { secret in
                .hide(box: box + secret.dropFirst(host.count))
            }
        }
    }

    /// What of the tools that the step uses is outside of the system, each once, and none below another.
    private func installations(of step: Step) -> [String] {
        let used = step.command.flatMap(\.placeholders) + step.root.tools
        let wanted = Set(used.compactMap { locations[$0]?.installation }).sorted()
        return wanted.filter { one in !wanted.contains { one.hasPrefix($0 + "/") } }
    }

    private func system(_ base: RootRecipe.Base) -> [Root.Entry] {
        let directories: [String]
        let merged: [String]
        let ofSystem: [String]
        switch base {
        case .empty: return []
        case .libraries:
            directories = ["/usr/lib", "/usr/lib32", "/usr/lib64"]
            merged = ["/lib", "/lib32", "/lib64"]
            ofSystem = ["/etc/ld.so.cache"]
        case .programs:
            directories = ["/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/share"]
            merged = ["/bin", "/lib", "/lib32", "/lib64"]
            ofSystem = ["/etc/ld.so.cache", "/etc/alternatives"]
        case .development:
            directories = [
                "/usr/bin", "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/share",
            ]
            merged = ["/bin", "/lib", "/lib32", "/lib64"]
            ofSystem = ["/etc/ld.so.cache", "/etc/alternatives"]
        }
        var entries: [Root.Entry] = []
        for path in directories where tree.target(ofLink: path) == nil && exists(path) {
            entries += bind(path, box: path, from: tree)
        }
        for path in merged where exists(path) {
            // With a merged /usr these are links; where it is not merged they hold what nothing starts without.
            if let target = tree.target(ofLink: path) {
                entries.append(.link(box: path, target: target))
            } else {
                entries += bind(path, box: path, from: tree)
            }
        }
        // Programs cannot do without the usual ones: where one is gone, preparing the root says so.
        let own = ((try? HostDirectory.entries(of: etc)) ?? []).filter { $0.kind == .file }.map(\.name)
        for name in own + Root.ownFilesOfEtc.filter({ !own.contains($0) }) {
            entries.append(.bind(host: etc + "/" + name, box: "/etc/" + name))
        }
        for path in ofSystem where exists(path) { entries += bind(path, box: path, from: tree) }
        return entries
    }

    /// What cannot be looked at is not left out: preparing the root then says why, in place of a compiler that misses it.
    private func exists(_ path: String) -> Bool {
        tree == .host ? !HostDirectory.isAbsent(path) : tree.kind(of: path) != nil
    }
}
