import Linux
import Sandboxing
import YAML

/// The committed record of what the languages do, `Sandboxes/policies/evidence/made.yaml`.
enum MadeCallsFile {
    static let path = Families.directory + "/evidence/made.yaml"

    struct Malformed: Error {
        let line: Int
        let what: String
    }

    /// The record as it is committed.
    static func read() throws -> MadeCalls {
        guard let root = try YAML.parse(HostFile.read(path), file: path) else {
            throw Malformed(line: 1, what: "empty")
        }
        var calls = MadeCalls()
        for (name, makers) in try pairs(root["made"], of: root) { calls.made[name] = try self.makers(makers) }
        for (name, makers) in try pairs(root["refused"], of: root) { calls.refused[name] = try self.makers(makers) }
        for (name, values) in try pairs(root["arguments"], of: root) {
            for (value, makers) in try pairs(values, of: values) {
                let digits = value.hasPrefix("0x") ? UInt64(value.dropFirst(2), radix: 16) : nil
                guard let number = digits else { throw Malformed(line: makers.line, what: value) }
                calls.arguments[name, default: [:]][number] = try self.makers(makers)
            }
        }
        return calls
    }

    /// The record as a file.
    static func text(of calls: MadeCalls) -> String {
        var lines = [
            "# The system calls that the languages make in a box, compiling (policy compiler) and running. Recorded from",
            "# the self-tests, from a solution of each problem, and from programs with threads, children, files and large",
            "# inputs. Written by `make calls`, which is to be run again when a toolchain changes: not to be edited.",
            "",
            "# Let through by the policy.",
            "made:",
        ]
        lines += table(calls.made, indent: 2)
        lines += ["", "# Refused, and done without.", "refused:"]
        lines += table(calls.refused, indent: 2)
        lines += [
            "", "# Of calls of which an argument decides, what was let through (of setsockopt level and option).",
            "arguments:",
        ]
        for name in calls.arguments.keys.sorted() {
            lines.append("  \(name):")
            let values = calls.arguments[name, default: [:]]
            for value in values.keys.sorted() {
                lines += table(["0x" + String(value, radix: 16): values[value, default: [:]]], indent: 4)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ calls: [String: MadeCalls.Makers], indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return calls.keys.sorted().flatMap { name -> [String] in
            let makers = calls[name, default: [:]]
            return ["\(margin)\(name):"]
                + makers.keys.sorted().flatMap { family in
                    list(makers[family, default: []].sorted(), after: "\(margin)  \(family): [")
                }
        }
    }

    /// A list in lines of at most 120 columns.
    private static func list(_ words: [String], after start: String) -> [String] {
        var lines = [start]
        let indent = String(repeating: " ", count: start.count)
        for (index, word) in words.enumerated() {
            let piece = word + (index == words.count - 1 ? "]" : ",")
            let last = lines[lines.count - 1]
            let isFirst = last == start || last == indent
            if !isFirst, last.count + 1 + piece.count > 120 {
                lines.append(indent + piece)
            } else {
                lines[lines.count - 1] = last + (isFirst ? "" : " ") + piece
            }
        }
        return lines
    }

    private static func pairs(_ node: YAMLNode?, of parent: YAMLNode) throws -> [(String, YAMLNode)] {
        guard let pairs = node?.pairs else { throw Malformed(line: parent.line, what: "a mapping is missing") }
        return pairs.map { ($0.key.text ?? "", $0.value) }
    }

    private static func makers(_ node: YAMLNode) throws -> MadeCalls.Makers {
        var makers: MadeCalls.Makers = [:]
        for (family, languages) in try pairs(node, of: node) {
            guard let names = languages.list?.compactMap(\.text), !names.isEmpty else {
                throw Malformed(line: languages.line, what: family)
            }
            makers[family] = Set(names)
        }
        return makers
    }
}
