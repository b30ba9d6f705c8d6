import Core
import Linux

/// Makes the root of a box from what its recipe wants and what this host has.
struct RootComposer {
    let etc: String
    let home: String?
    let locations: [String: ToolLocation]
    let hidden: PrivateDirectories

    /// The root of `step`'s boxes.
    func root(of step: Step) -> Root {
        let recipe = step.root
        var entries = system(recipe.base)
        for mount in recipe.mounts {
            let places = InstallationPlaces.paths(mount.host, home: home)
            for path in places.flatMap({ PathPattern($0).matches }) {
                entries.append(.bind(host: path, box: mount.box ?? path))
            }
        }
        for installation in installations(of: step) {
            entries.append(.bind(host: installation, box: installation))
        }
        if step.copiesInput { entries.append(.link(box: Command.inputName, target: Command.inputCopy)) }
        return Root(entries: entries + covers(for: entries))
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
        let ofHost: [String]
        switch base {
        case .empty: return []
        case .libraries:
            directories = ["/usr/lib", "/usr/lib32", "/usr/lib64"]
            merged = ["/lib", "/lib32", "/lib64"]
            ofHost = ["/etc/ld.so.cache"]
        case .programs:
            directories = ["/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/share"]
            merged = ["/bin", "/lib", "/lib32", "/lib64"]
            ofHost = ["/etc/ld.so.cache", "/etc/alternatives"]
        case .development:
            directories = [
                "/usr/bin", "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/share",
            ]
            merged = ["/bin", "/lib", "/lib32", "/lib64"]
            ofHost = ["/etc/ld.so.cache", "/etc/alternatives"]
        }
        var entries: [Root.Entry] = []
        for path in directories where HostDirectory.target(ofLink: path) == nil && exists(path) {
            entries.append(.bind(host: path, box: path))
        }
        for path in merged where exists(path) {
            // With a merged /usr these are links; where it is not merged they hold what nothing starts without.
            if let target = HostDirectory.target(ofLink: path) {
                entries.append(.link(box: path, target: target))
            } else {
                entries.append(.bind(host: path, box: path))
            }
        }
        for file in (try? HostDirectory.entries(of: etc)) ?? [] where file.kind == .file {
            entries.append(.bind(host: etc + "/" + file.name, box: "/etc/" + file.name))
        }
        for path in ofHost where exists(path) {
            entries.append(.bind(host: path, box: path))
        }
        return entries
    }

    private func exists(_ path: String) -> Bool { HostDirectory.kind(of: path) != nil }
}
