import Linux
import Sandboxing
import YAML

/// A system call, or one with certain arguments, that gives an attacker something: a line of
/// `Sandboxes/policies/evidence/dangerous.yaml`.
struct DangerousCall: Sendable, CustomStringConvertible {
    /// Which values of an argument are dangerous.
    enum Values: Hashable, Sendable {
        case one(UInt64)
        case anyBit(UInt64)
    }

    let call: String
    /// The argument that makes it dangerous; nil where any call of it is.
    let argument: Int?
    let values: Values?
    /// What an attacker would do with it.
    let reason: String

    var description: String {
        switch values {
        case nil: call
        case .one(let value): "\(call) with 0x\(String(value, radix: 16))"
        case .anyBit(let bit): "\(call) with the bit 0x\(String(bit, radix: 16))"
        }
    }

    /// Whether `policy` lets it through.
    func isAllowed(by policy: SystemCallPolicy) throws -> Bool {
        // A call that libseccomp does not know yet, or that other architectures have, is not listed in a policy.
        guard case .number(let number) = SystemCallNames.resolve(call) else { return policy.otherwise == .allow }
        guard let argument, let values else { return policy.decision(about: number).canAllow }
        var arguments: [UInt64] = [0, 0, 0, 0, 0, 0]
        switch values {
        case .one(let value), .anyBit(let value): arguments[argument] = value
        }
        return try policy.answer(to: call, arguments) == .allow
    }

    /// The languages that were seen to make it under the policy `family`.
    func makers(in calls: MadeCalls, under family: String) -> Set<String> {
        guard let values else { return calls.made[call]?[family] ?? [] }
        var makers: Set<String> = []
        for (value, all) in calls.arguments[call] ?? [:] {
            let isIt =
                switch values {
                case .one(let dangerous): value == dangerous
                case .anyBit(let bit): value & bit != 0
                }
            if isIt { makers.formUnion(all[family] ?? []) }
        }
        return makers
    }

    // MARK: The file

    private static let path = Families.directory + "/evidence/dangerous.yaml"

    /// All of the file.
    static func all() throws -> [DangerousCall] {
        guard let root = try YAML.parse(HostFile.read(path), file: path), let entries = root["dangerous"]?.list else {
            throw MadeCallsFile.Malformed(line: 1, what: "dangerous: is missing")
        }
        return try entries.flatMap(read)
    }

    private static func read(_ node: YAMLNode) throws -> [DangerousCall] {
        func malformed(_ what: String) -> MadeCallsFile.Malformed { .init(line: node.line, what: what) }
        guard let reason = node["reason"]?.string, !reason.isEmpty else { throw malformed("reason: is missing") }
        let keys = Set((node.pairs ?? []).compactMap(\.key.text))
        if let calls = node["calls"]?.list?.compactMap(\.string) {
            guard keys == ["calls", "reason"], !calls.isEmpty else { throw malformed("calls: and something else") }
            return calls.map { DangerousCall(call: $0, argument: nil, values: nil, reason: reason) }
        }
        guard let call = node["call"]?.string, let argument = node["argument"]?.int, 0...5 ~= argument,
            keys == ["call", "argument", "equals", "reason"] || keys == ["call", "argument", "anyBits", "reason"],
            let operand = node["equals"] ?? node["anyBits"]
        else { throw malformed("call:, argument: and one of equals: and anyBits: are needed") }
        return try (operand.list ?? [operand]).map { element in
            let number = element.int.flatMap { UInt64(exactly: $0) } ?? element.text.flatMap(KernelConstants.value)
            guard let number else { throw malformed(element.kind) }
            let values = node["equals"] == nil ? Values.anyBit(number) : .one(number)
            return DangerousCall(call: call, argument: argument, values: values, reason: reason)
        }
    }
}

extension Decision {
    /// Whether there are arguments with which it lets a call through.
    var canAllow: Bool {
        switch self {
        case .allow: true
        case .check(_, let then, let otherwise): then.canAllow || otherwise.canAllow
        default: false
        }
    }
}
