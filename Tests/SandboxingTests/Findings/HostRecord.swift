import Linux
import Sandboxing

/// What a host says about itself, written down as text: one thing a line, and the texts of files behind bars.
enum HostRecord {
    struct Malformed: Error {
        let line: Int
        let text: Substring
    }

    /// Where the records are.
    static let directory = {
        // …/Tests/SandboxingTests/Findings/HostRecord.swift
        let parts = #filePath.split(separator: "/").dropLast(1)
        return "/" + parts.joined(separator: "/") + "/Hosts"
    }()

    /// The host that is written down under `name`.
    static func read(_ name: String) throws -> HostFacts {
        try facts(String(decoding: try HostFile.read("\(directory)/\(name).txt"), as: UTF8.self))
    }

    // MARK: - Reading

    static func facts(_ text: String) throws -> HostFacts {
        var facts = HostFacts(user: 0, group: 0, architecture: "", state: "/", jailer: "/")
        var file: String?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("|") {
                guard let file else { throw Malformed(line: index + 1, text: line) }
                facts.files[file, default: ""] += line.dropFirst(line.hasPrefix("| ") ? 2 : 1) + "\n"
                continue
            }
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "file", words.count == 2 {
                file = words[1]
                facts.files[words[1]] = ""
                continue
            }
            file = nil
            guard take(words, into: &facts) else { throw Malformed(line: index + 1, text: line) }
        }
        func taken(_ path: String) -> String { facts.files.removeValue(forKey: path) ?? "" }
        facts.ids.subordinates = (taken("/etc/subuid"), taken("/etc/subgid"))
        facts.ids.accounts = (taken("/etc/passwd"), taken("/etc/group"))
        if facts.files["/proc/self/uid_map"] != nil {
            facts.ids.maps = (taken("/proc/self/uid_map"), taken("/proc/self/gid_map"))
        }
        facts.ids.isBarredFromPrivileges = facts.isBarredFromPrivileges
        if !facts.ids.subordinates.users.isEmpty { facts.ids.name = facts.account }
        return facts
    }

    private static func take(_ words: [String], into facts: inout HostFacts) -> Bool {
        let numbers = words.dropFirst().map { Int($0) }
        switch (words[0], words.count) {
        case ("process", 2): facts.process = numbers[0] ?? 0
        case ("user", 3...4):
            facts.ids.user = numbers[0] ?? 0
            facts.ids.group = numbers[1] ?? 0
            facts.account = words.count > 3 ? words[3] : nil
        case ("architecture", 2): facts.architecture = words[1]
        case ("processors", 2): facts.processors = numbers[0] ?? 1
        case ("virtual", 1): facts.isVirtual = true
        case ("no-new-privileges", 1): facts.isBarredFromPrivileges = true
        case ("landlock", 2): facts.landlock = numbers[0]
        case ("helpers", 3): facts.ids.helpers = IDHelpers(users: words[1], groups: words[2])
        case ("limit", 4): facts.limits[words[1]] = .init(soft: UInt64(words[2]), hard: UInt64(words[3]))
        case ("writable", 2): facts.writable.insert(words[1])
        case ("state", 3): facts.state = (words[1], words[2])
        case ("volume", 5...6):
            let sizes = numbers.map { $0 ?? 0 }
            facts.volume = Volume(
                size: sizes[0],
                available: sizes[1],
                inodes: sizes[2],
                availableInodes: sizes[3],
                isReadOnly: words.last == "read-only"
            )
        case ("jailer", 2): facts.jailer = words[1]
        case ("sandboxes", 2): facts.sandboxes = words[1]
        case ("policies", 2...): facts.policies = Array(words.dropFirst())
        default: return false
        }
        return true
    }

    // MARK: - Writing

    /// The record of these facts.
    static func text(of facts: HostFacts) -> String {
        var lines = [
            "process \(facts.process)",
            "user \(facts.ids.user) \(facts.ids.group)" + (facts.account.map { " " + $0 } ?? ""),
            "architecture \(facts.architecture)",
            "processors \(facts.processors)",
        ]
        if facts.isVirtual { lines.append("virtual") }
        if facts.isBarredFromPrivileges { lines.append("no-new-privileges") }
        if let landlock = facts.landlock { lines.append("landlock \(landlock)") }
        if facts.ids.helpers != nil { lines.append("helpers /usr/bin/newuidmap /usr/bin/newgidmap") }
        for (name, limit) in facts.limits.sorted(by: { $0.key < $1.key }) {
            func word(_ value: UInt64?) -> String { value.map { "\($0)" } ?? "-" }
            lines.append("limit \(name) \(word(limit.soft)) \(word(limit.hard))")
        }
        lines += facts.writable.sorted().map { "writable \($0)" }
        lines.append("state \(facts.state.path) \(facts.state.existing)")
        if let volume = facts.volume {
            let sizes = [volume.size, volume.available, volume.inodes, volume.availableInodes].map { "\($0)" }
            lines.append("volume " + sizes.joined(separator: " ") + (volume.isReadOnly ? " read-only" : ""))
        }
        lines.append("jailer \(facts.jailer)")
        if !facts.sandboxes.isEmpty { lines.append("sandboxes \(facts.sandboxes)") }
        if !facts.policies.isEmpty { lines.append("policies \(facts.policies.joined(separator: " "))") }
        var files = facts.files
        files["/etc/subuid"] = facts.ids.subordinates.users
        files["/etc/subgid"] = facts.ids.subordinates.groups
        files["/proc/self/uid_map"] = facts.ids.maps.users
        files["/proc/self/gid_map"] = facts.ids.maps.groups
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            lines.append("file \(path)")
            var rest = text.split(separator: "\n", omittingEmptySubsequences: false)
            if rest.last?.isEmpty == true { rest.removeLast() }
            lines += rest.map { $0.isEmpty ? "|" : "| \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
