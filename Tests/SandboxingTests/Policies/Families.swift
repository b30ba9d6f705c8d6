import Glibc
import Sandboxing
import Testing

/// The policies as they are delivered.
enum Families {
    static let all = ["native", "scripting", "managed", "compiler"]

    /// `Sandboxes/policies` of this working copy.
    static let directory = {
        // …/Tests/SandboxingTests/Policies/Families.swift
        let parts = #filePath.split(separator: "/").dropLast(4)
        return "/" + parts.joined(separator: "/") + "/Sandboxes/policies"
    }()

    static func load(_ name: String) throws -> SystemCallPolicy {
        try SystemCallPolicy.load(name: name, directory: directory)
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
        guard let number = try Families.number(of: name) else { return nil }
        var call = FilterMachine.Call(number: UInt32(number), architecture: Families.architecture)
        for (index, argument) in arguments.enumerated() { call.arguments[index] = argument }
        return try FilterMachine(instructions: compile().instructions).run(call)
    }
}
