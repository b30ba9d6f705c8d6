import Glibc
import Linux
import Sandboxing
import Testing

/// The compiled filter says what the policy says.
@Suite struct FilterCompilerTests {
    /// What a decision means, read from the decision and not from the filter.
    private func meaning(of decision: Decision, _ arguments: [UInt64]) -> FilterMachine.Action {
        switch decision {
        case .allow: return .allow
        case .refuse(let errno): return .fail(errno.number)
        case .pretend: return .pretend
        case .kill: return .notify
        case .check(let condition, let then, let otherwise):
            let argument = arguments[condition.argument] & (condition.isWide ? .max : 0xffff_ffff)
            let holds =
                switch condition.question {
                case .isOne(let values, let mask): values.contains(argument & mask)
                case .hasAny(let bits): argument & bits != 0
                }
            return meaning(of: holds ? then : otherwise, arguments)
        }
    }

    /// Arguments around everything that a decision asks for.
    private func samples(_ decision: Decision) -> [[UInt64]] {
        var samples = [[UInt64](repeating: 0, count: 6), [UInt64](repeating: .max, count: 6)]
        guard case .check(let condition, let then, let otherwise) = decision else { return samples }
        let values: [UInt64]
        switch condition.question {
        case .isOne(let wanted, let mask): values = wanted.flatMap { [$0, $0 | ~mask, $0 ^ 1, $0 + 1] }
        case .hasAny(let bits): values = [bits, ~bits] + (0..<64).map { 1 << $0 }.filter { bits & $0 != 0 }
        }
        for value in values.flatMap({ [$0, $0 ^ 0xdead_beef_0000_0000] }) {
            for var arguments in self.samples(then) + self.samples(otherwise) {
                arguments[condition.argument] = value
                samples.append(arguments)
            }
        }
        return samples
    }

    /// Runs the filter for every number up to 1023, with samples of arguments, and compares.
    private func compare(_ policy: SystemCallPolicy) throws {
        let machine = FilterMachine(instructions: policy.compile().instructions)
        var compared = 0
        for number in 0...1023 {
            let decision = policy.decision(about: number)
            for arguments in samples(decision) {
                let call = FilterMachine.Call(
                    number: UInt32(number),
                    architecture: Families.architecture,
                    arguments: arguments
                )
                let answer = try machine.run(call)
                compared += 1
                if answer != meaning(of: decision, arguments) {
                    Issue.record("\(SystemCallNames.name(of: number)) with \(arguments) gives \(answer)")
                }
            }
        }
        #expect(compared >= 2048)
    }

    @Test(arguments: Families.all)
    func `a filter answers every call as its policy says`(family: String) throws {
        try compare(Families.load(family))
    }

    @Test func `a filter longer than a jump reaches still answers as its policy says`() throws {
        let question = Condition.Question.isOne(of: [7, 0x1_0000_0007], mask: .max)
        let wide = Condition(argument: 1, isWide: true, question: question)
        let bits = Condition(argument: 2, isWide: true, question: .hasAny(of: 0x8000_0000_0000_0001))
        let decisions: [Decision] = [
            .allow,
            .refuse(.notPermitted),
            .check(wide, then: .kill, otherwise: .check(bits, then: .refuse(.denied), otherwise: .allow)),
            .kill,
            .check(bits, then: .allow, otherwise: .kill),
        ]
        var table: [Int: Decision] = [:]
        for number in 0...900 where number % 7 != 0 {
            // A block of its own for every number, so that no two calls share an end.
            let own = Condition(argument: 0, question: .isOne(of: [UInt64(number)], mask: 0xffff))
            table[number] = .check(own, then: decisions[number % 5], otherwise: decisions[number % 3])
        }
        let policy = SystemCallPolicy(name: "long", decisions: table, otherwise: .refuse(Errno(ENOSYS)))
        #expect(policy.compile().instructions.count > 2000)
        try compare(policy)
    }

    /// Lists are compared as ranges: neighbours, pairs, lone numbers, repetitions, and both ends of what there is.
    @Test(arguments: [
        [0, 1, 2, 3], [7], [4, 5], [3, 1, 2, 2, 9], [0xffff_ffff], [0xffff_fffd, 0xffff_fffe, 0xffff_ffff],
        [0, 2, 4, 6, 7, 8, 100, 0xffff_ffff], [0, 1, 2, 0xffff_fffe, 0xffff_ffff],
    ])
    func `a list of numbers holds exactly its numbers`(numbers: [UInt64]) throws {
        for mask in [UInt64.max, 0xffff_ffff] {
            let condition = Condition(argument: 2, question: .isOne(of: numbers, mask: mask))
            let decision = Decision.check(condition, then: .allow, otherwise: .refuse(.notPermitted))
            try compare(SystemCallPolicy(name: "list", decisions: [5: decision], otherwise: .kill))
            let policy = SystemCallPolicy(name: "list", decisions: [0: decision], otherwise: .kill)
            let machine = FilterMachine(instructions: policy.compile().instructions)
            for value in (0...120).map(UInt64.init) + (0xffff_fff0...0xffff_ffff) {
                var call = FilterMachine.Call(number: 0, architecture: Families.architecture)
                call.arguments[2] = value
                #expect(try machine.run(call) == (numbers.contains(value) ? .allow : .fail(EPERM)), "\(value)")
            }
        }
    }

    @Test func `a policy that names nothing refuses everything`() throws {
        let policy = SystemCallPolicy(name: "nothing", decisions: [:], otherwise: .refuse(Errno(ENOSYS)))
        try compare(policy)
    }

    /// The kernel walks a filter once per call number when it is installed, at every run.
    @Test(arguments: Families.all)
    func `a filter is short`(family: String) throws {
        #expect(try Families.load(family).compile().instructions.count < 270)
    }

    /// The architecture's number and the call's.
    private static let foreign: [(UInt32, UInt32)] = [
        // int 0x80 of i386: getpid
        (0x4000_0003, 20),
        // 32-bit ARM
        (0x4000_0028, 20),
        // The other 64-bit architecture of ours, and a big-endian one
        (Families.architecture ^ (0xc000_003e ^ 0xc000_00b7), 39),
        (0x8000_0015, 20),
    ]

    @Test(arguments: foreign)
    func `a call through another architecture's door ends the process`(
        architecture: UInt32,
        number: UInt32
    ) throws {
        for family in Families.all {
            let machine = FilterMachine(instructions: try Families.load(family).compile().instructions)
            #expect(try machine.run(.init(number: number, architecture: architecture)) == .killProcess)
        }
    }

    #if arch(x86_64)
    @Test(arguments: [0x4000_0000, 0x4000_0027, 0x4000_0208, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe])
    func `a call of x32 ends the process`(number: UInt32) throws {
        for family in Families.all {
            let machine = FilterMachine(instructions: try Families.load(family).compile().instructions)
            #expect(try machine.run(.init(number: number, architecture: Families.architecture)) == .killProcess)
        }
    }

    @Test func `a call that is no call is one that no kernel has`() throws {
        let machine = FilterMachine(instructions: try Families.load("native").compile().instructions)
        let answer = try machine.run(.init(number: .max, architecture: Families.architecture))
        #expect(answer == .fail(ENOSYS))
    }
    #endif
}
