import Glibc
import Sandboxing
import Testing

/// The policies as they are delivered.
enum Families {
    static let all = ["native", "scripting", "managed", "compiler"]

    /// Families for one language that needs a little more, each with the family that it includes.
    static let variants = ["raku": "managed"]

    /// `Sandboxes/policies` of this working copy.
    static let directory = {
        // …/Tests/SandboxingTests/Policies/Families.swift
        let parts = #filePath.split(separator: "/").dropLast(4)
        return "/" + parts.joined(separator: "/") + "/Sandboxes/policies"
    }()

    static func load(_ name: String) throws -> SystemCallPolicy {
        try SystemCallPolicy.load(name: name, directory: directory)
    }

    /// The delivered policies, each compiled once for all tests.
    private static let machines = Result { () throws in
        try Dictionary(uniqueKeysWithValues: (all + variants.keys).map { ($0, FilterMachine(of: try load($0))) })
    }

    /// What the filter of a family answers to a call; nil when this architecture lacks it.
    static func answer(_ family: String, to call: String, _ arguments: [UInt64] = []) throws -> FilterMachine.Action? {
        try machines.get()[family]?.answer(to: call, arguments)
    }

    /// The number of a call that this architecture has; nil when it lacks it.
    static func number(of name: String) throws -> Int? {
        switch SystemCallNames.resolve(name) {
        case .number(let number): number
        case .elsewhere: nil
        case .unknown: throw FilterMachine.Fault(reason: "no system call is called \(name)")
        }
    }

    #if arch(x86_64)
    static let architecture: UInt32 = 0xc000_003e
    #elseif arch(arm64)
    static let architecture: UInt32 = 0xc000_00b7
    #endif
}

extension SystemCallPolicy {
    /// What the compiled policy answers to a call; nil when this architecture lacks it.
    func answer(to name: String, _ arguments: [UInt64] = []) throws -> FilterMachine.Action? {
        try FilterMachine(of: self).answer(to: name, arguments)
    }
}

extension FilterMachine {
    /// A machine with the filter of `policy`.
    init(of policy: SystemCallPolicy) { self.init(instructions: policy.compile().instructions) }

    /// What the filter answers to a call; nil when this architecture lacks it.
    func answer(to name: String, _ arguments: [UInt64] = []) throws -> Action? {
        guard let number = try Families.number(of: name) else { return nil }
        var call = Call(number: UInt32(number), architecture: Families.architecture)
        for (index, argument) in arguments.enumerated() { call.arguments[index] = argument }
        return try run(call)
    }
}
