import Glibc
import Linux
import Sandboxing
import Testing

/// Mistakes in policy files, and what their author reads.
@Suite struct PolicyErrorTests {
    /// A directory of its own with policies, gone after the test.
    private struct Directory: ~Copyable {
        let path: String

        private init(path: String) { self.path = path }

        static func with(_ files: [String: String]) throws -> Directory {
            var template = Array("/tmp/policies-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw Errno.last }
            let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let directory = Directory(path: path)
            for (name, content) in files {
                let file = try Descriptor.open("\(path)/\(name).yaml", O_WRONLY | O_CREAT, mode: 0o600)
                try file.write(content.utf8)
            }
            return directory
        }

        deinit {
            for entry in (try? HostDirectory.entries(of: path)) ?? [] { unlink("\(path)/\(entry.name)") }
            rmdir(path)
        }
    }

    private func failure(_ files: [String: String], loading name: String = "own") throws -> String {
        let directory = try Directory.with(files)
        let path = directory.path
        let error = #expect(throws: PolicyError.self) { try SystemCallPolicy.load(name: name, directory: path) }
        return String(error?.description.dropFirst(path.utf8.count + 1) ?? "")
    }

    private static let base = "otherwise: ENOSYS\nkill:\n  attack: [ptrace]\nallow:\n  all: [read]\n"

    /// The file, and what its author reads.
    private static let mistakes: [(String, String)] = [
        ("allow: [", "own.yaml:2: column 1: "),
        ("", "own.yaml: the file is empty: say what the policy allows"),
        ("[read]", "own.yaml:1: a policy is a mapping, not a list"),
        ("alow: {}", "own.yaml:1: \"alow\" means nothing here: write one of include, otherwise, allow, "),
        (
            "allow: {all: [read]}",
            "own.yaml: it says nothing about calls that it does not name: write otherwise: ENOSYS"
        ),
        (
            "otherwise: allow",
            "own.yaml:1: allow would let through every call that this file forgets: write ENOSYS or EPERM"
        ),
        (
            "otherwise: pretend",
            "own.yaml:1: pretend would lie about every call that this file forgets: write ENOSYS or EPERM"
        ),
        (
            "otherwise: kill",
            "own.yaml:1: kill would end programs for calls that nobody has listed: write ENOSYS or EPERM"
        ),
        (
            "otherwise: EINVAL",
            "own.yaml:1: \"EINVAL\" is not what a kernel says that lacks a call: write ENOSYS or EPERM"
        ),
        (
            "otherwise: ENOSUCH",
            "own.yaml:1: \"ENOSUCH\" is no decision: write allow, pretend, kill or an error such as EPERM"
        ),
        ("allow: [read]", "own.yaml:1: a list stands where titled lists belong: write title: [a, b]"),
        ("allow:\n  all: read", "own.yaml:2: \"read\" stands where a list belongs: write [a, b]"),
        ("allow:\n  all: [[read]]", "own.yaml:2: a list stands where a system call belongs"),
        (
            "allow:\n  all:\n    - read\n    - raed",
            "own.yaml:4: libseccomp knows no system call \"raed\": mend its name, or list it under newer"
        ),
        (
            "allow:\n  all: [read]\nkill:\n  some: [read]",
            "own.yaml:4: line 2 has already decided about read: take one of them out"
        ),
        (
            "include: base\nrefuse:\n  EPERM:\n    soft: [ptrace]",
            "own.yaml:4: ptrace ends the box by "
        ),
        ("refuse:\n  kill:\n    some: [read]", "own.yaml:2: \"kill\" is no error: write one such as EPERM"),
        ("include: own", "own.yaml:1: policies include each other in a circle: take own out here"),
        ("include: circle", "circle.yaml:1: policies include each other in a circle: take own out here"),
        ("include: ../base", "../base.yaml: a policy's name has only a to z and hyphens: rename it"),
        (
            "include: basis",
            "basis.yaml: the policy cannot be read (ENOENT, No such file or directory): take one of base, "
        ),
        (
            "check:\n  - {when: {argument: 0, equals: 1}, do: kill, else: allow}",
            "own.yaml:2: call: is missing here: write it"
        ),
        ("check:\n  - {call: read, do: kill, else: allow}", "own.yaml:2: when: is missing here: write it"),
        (
            "check:\n  - {call: read, when: {argument: 0, equals: 1}, do: kill}",
            "own.yaml:2: else: is missing here: write it"
        ),
        ("check:\n  - {call: read, if: 1}", "own.yaml:2: \"if\" means nothing here: write one of call, when, do, else"),
        (condition("{argument: 6, equals: 1}"), "own.yaml:2: \"6\" is no argument: count from 0 to 5"),
        (condition("{argument: 0}"), "own.yaml:2: a condition has exactly one of equals, notEquals, anyBits, noBits"),
        (condition("{argument: 0, equals: 1, anyBits: 2}"), "own.yaml:2: a condition has exactly one of equals, "),
        (
            condition("{argument: 0, equals: AF_UNUX}"),
            "own.yaml:2: the constant \"AF_UNUX\" is not known: write its number instead"
        ),
        (
            condition("{argument: 0, equals: 0x100000000}"),
            "own.yaml:2: 0x100000000 does not fit into 32 bits: add bits: 64, or mend it"
        ),
        (condition("{argument: 0, equals: -1}"), "own.yaml:2: the constant \"-1\" is not known"),
        (condition("{argument: 0, equals: 1, bits: 16}"), "own.yaml:2: bits is 32 or 64, not \"16\""),
        (condition("{argument: 0, equals: []}"), "own.yaml:2: the list is empty: write a number or a constant's name"),
        (condition("{argument: 0, equals: 3, masked: 1}"), "own.yaml:2: 0x3 has bits outside masked: mend one of them"),
        (condition("{argument: 0, anyBits: 3, masked: 1}"), "own.yaml:2: masked goes with equals only: take it out"),
        (condition("[0]"), "own.yaml:2: \"0\" stands where a mapping of argument, bits, masked, "),
    ]

    private static func condition(_ text: String) -> String {
        "check:\n  - {call: read, when: \(text), do: kill, else: allow}"
    }

    @Test(arguments: mistakes)
    func `a mistake is told with file, line and mend`(file: String, beginning: String) throws {
        let message = try failure(["own": file, "base": Self.base, "circle": "include: own"])
        #expect(message.hasPrefix(beginning), "\(message)")
        #expect(!message.contains("\n"))
    }

    /// Each with a line taken out, a line said twice, and cut off behind a line: what an editor's slip makes of a policy.
    @Test(arguments: ["common", "managed", "compiler"])
    func `a delivered policy that somebody has damaged loads or says where, in one line`(name: String) throws {
        let text = String(decoding: try HostFile.read("\(Families.directory)/\(name).yaml"), as: UTF8.self)
        let common = String(decoding: try HostFile.read("\(Families.directory)/common.yaml"), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var refused = 0
        // Every third of those that are no remarks: three ways each to damage a long file are enough.
        let said = lines.indices.filter { lines[$0].first { $0 != " " }.map { $0 != "#" } ?? false }
        for (place, index) in said.enumerated() where name != "common" || place % 3 == 0 {
            let without: [Substring] = Array(lines[..<index]) + lines[(index + 1)...]
            let twice: [Substring] = Array(lines[...index]) + lines[index...]
            for file in [without, twice, Array(lines[...index])].map({ $0.joined(separator: "\n") }) {
                let directory = try Directory.with(["common": common].merging([name: file]) { $1 })
                do throws(PolicyError) {
                    _ = try SystemCallPolicy.load(name: name, directory: directory.path)
                } catch {
                    refused += 1
                    #expect(error.file == "\(directory.path)/\(name).yaml", "line \(index + 1)")
                    #expect(!error.description.contains("\n"), "line \(index + 1)")
                    #expect(
                        error.line != nil || error.message.contains("otherwise: ENOSYS"),
                        "line \(index + 1): \(error)"
                    )
                }
            }
        }
        #expect(refused > 0)
    }

    @Test func `a policy that is not there is told with those that are`() throws {
        let message = try failure(["base": Self.base, "own": Self.base], loading: "python")
        let told = "python.yaml: the policy cannot be read (ENOENT, No such file or directory): take one of base, own"
        #expect(message == told)
    }

    @Test func `a call that libseccomp does not know yet is left to the default`() throws {
        let own = "otherwise: ENOSYS\nallow: {new: [read, teleport]}\nnewer: [teleport]"
        let directory = try Directory.with(["own": own])
        let policy = try SystemCallPolicy.load(name: "own", directory: directory.path)
        #expect(policy.decisions.count == 1)
    }

    @Test func `a policy changes what it includes, and adds to it`() throws {
        let own = "include: base\nrefuse: {EPERM: {some: [read]}}\nkill: {some: [write]}"
        let directory = try Directory.with(["own": own, "base": Self.base])
        let policy = try SystemCallPolicy.load(name: "own", directory: directory.path)
        #expect(try policy.answer(to: "read") == .fail(EPERM))
        #expect(try policy.answer(to: "write") == .notify)
        #expect(try policy.answer(to: "ptrace") == .notify)
        #expect(try policy.answer(to: "close") == .fail(ENOSYS))
    }

    @Test func `negations, masks and both halves mean what they say`() throws {
        let own = """
            otherwise: ENOSYS
            check:
              - {call: read, when: {argument: 0, noBits: [1, 4]}, do: allow, else: EPERM}
              - {call: write, when: {argument: 0, notEquals: [1, 2]}, do: allow, else: EPERM}
              - {call: lseek, when: {argument: 0, masked: 0xff00, equals: [0x100, 0x200]}, do: allow, else: EPERM}
              - {call: mmap, when: {argument: 0, equals: 0x100000002, bits: 64}, do: allow, else: EPERM}
              - {call: brk, when: {argument: 0, anyBits: 0x100000000, bits: 64}, do: allow, else: EPERM}
            """
        let directory = try Directory.with(["own": own])
        let policy = try SystemCallPolicy.load(name: "own", directory: directory.path)
        let rows: [(String, [UInt64], [UInt64])] = [
            ("read", [0, 2, 8], [1, 4, 5, 7]),
            ("write", [0, 3], [1, 2, 0x7_0000_0001]),
            ("lseek", [0x100, 0x2ff], [0, 0x300, 0x400]),
            ("mmap", [0x1_0000_0002], [2, 0x1_0000_0000, 0x2_0000_0002]),
            ("brk", [0x1_0000_0000, 0x1_0000_0001], [0, 1, 0x2_0000_0000]),
        ]
        for (call, allowed, refused) in rows {
            for value in allowed { #expect(try policy.answer(to: call, [value]) == .allow, "\(call) \(value)") }
            for value in refused { #expect(try policy.answer(to: call, [value]) == .fail(EPERM), "\(call) \(value)") }
        }
    }
}

/// Names and numbers.
@Suite struct SystemCallNamesTests {
    @Test(arguments: ["read", "openat", "ptrace", "clone3", "futex_waitv"])
    func `a name and its number lead to each other`(name: String) throws {
        guard case .number(let number) = SystemCallNames.resolve(name) else {
            Issue.record("\(name) has no number")
            return
        }
        #expect(SystemCallNames.name(of: number) == name)
    }

    @Test func `a number without a name is told as a number`() {
        #expect(SystemCallNames.name(of: 9999) == "system call 9999")
        #expect(SystemCallNames.name(of: 1 << 40) == "system call 1099511627776")
    }

    @Test func `a call of other architectures is told from one that nobody has`() {
        #expect(SystemCallNames.resolve("s390_runtime_instr") == .elsewhere)
        #expect(SystemCallNames.resolve("read_everything") == .unknown)
    }
}
