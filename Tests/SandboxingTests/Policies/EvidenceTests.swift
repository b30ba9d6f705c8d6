import Linux
import Sandboxing
import Testing

/// The policies against what is written beside them: which calls are dangerous, and which the languages make.
@Suite struct EvidenceTests {
    @Test(arguments: Families.all + Families.variants.keys)
    func `a policy allows no dangerous call that none of its languages makes`(family: String) throws {
        let policy = try Families.load(family)
        let made = try MadeCallsFile.read()
        for dangerous in try DangerousCall.all() where try dangerous.isAllowed(by: policy) {
            // What a variant takes over has its makers there.
            let makers = [family, Families.variants[family] ?? family].reduce(into: Set<String>()) { makers, family in
                makers.formUnion(dangerous.makers(in: made, under: family))
            }
            #expect(
                !makers.isEmpty,
                "\(family) allows \(dangerous), which no language makes: \(dangerous.reason). Refuse it, or show who needs it"
            )
        }
    }

    @Test(arguments: Families.variants.keys)
    func `what a variant answers otherwise than its family, its languages make`(variant: String) throws {
        let family = try #require(Families.variants[variant])
        let (own, included) = (try Families.load(variant), try Families.load(family))
        let made = try MadeCallsFile.read()
        let others = own.decisions.filter { $0.value != included.decisions[$0.key] }.keys
        // Otherwise its family would do.
        #expect(!others.isEmpty)
        for number in others {
            let call = SystemCallNames.name(of: number)
            let values = made.arguments[call]?.filter { $0.value[variant] != nil }.keys.sorted() ?? [0]
            let isNeeded =
                try made.has(call, under: variant)
                && values.contains { value in
                    let arguments = DecidingArgument.arguments(of: call, detail: value) ?? []
                    return try Families.answer(family, to: call, arguments)
                        != Families.answer(variant, to: call, arguments)
                }
            #expect(isNeeded, "\(variant) answers otherwise to \(call), which its languages do not make that way")
        }
    }

    @Test(arguments: Families.all + Families.variants.keys)
    func `a policy allows what its languages make`(family: String) throws {
        let made = try MadeCallsFile.read()
        var count = 0
        for (call, makers) in made.made where makers[family] != nil {
            let values = made.arguments[call]?.filter { $0.value[family] != nil }.keys.sorted()
            for value in values ?? [0] {
                let answer = try Families.answer(
                    family,
                    to: call,
                    DecidingArgument.arguments(of: call, detail: value) ?? []
                )
                #expect(answer == .allow || answer == .pretend || answer == nil, "\(call) with \(value)")
                count += 1
            }
        }
        #expect(count > 40)
    }

    @Test(arguments: Families.all + Families.variants.keys)
    func `what the languages are refused ends none of them`(family: String) throws {
        let policy = try Families.load(family)
        for (call, makers) in try MadeCallsFile.read().refused where makers[family] != nil {
            if case .number(let number) = SystemCallNames.resolve(call) {
                #expect(policy.decision(about: number) != .kill, "\(call) by \(makers[family] ?? [])")
            }
        }
    }

    @Test func `every call that ends the box is on the list of dangerous ones`() throws {
        let listed = Set(try DangerousCall.all().map(\.call))
        let policy = try Families.load("common")
        let killed = policy.decisions.filter { $0.value == .kill }.keys.map { SystemCallNames.name(of: $0) }
        #expect(killed.count > 30)
        #expect(Set(killed).subtracting(listed).isEmpty)
    }

    @Test func `a dangerous call that a policy allows is found`() throws {
        // What the tests above would have to find in a policy that somebody has changed for the worse.
        let made = MadeCalls(made: ["sendmsg": ["managed": ["javascript"]]])
        let all = try DangerousCall.all()
        let sendmsg = try #require(all.first { $0.call == "sendmsg" })
        #expect(sendmsg.makers(in: made, under: "managed") == ["javascript"])
        #expect(sendmsg.makers(in: made, under: "native").isEmpty)
        let mergeable = try #require(all.first { $0.call == "madvise" && $0.values == .one(12) })
        let number = try #require(try Families.number(of: "madvise"))
        let careless = SystemCallPolicy(
            name: "careless",
            decisions: [number: .allow],
            otherwise: .refuse(.notPermitted)
        )
        #expect(try mergeable.isAllowed(by: careless))
        #expect(try !mergeable.isAllowed(by: Families.load("native")))
        let seen = MadeCalls(arguments: ["madvise": [4: ["native": ["c"]]]])
        #expect(mergeable.makers(in: seen, under: "native").isEmpty)
    }
}
