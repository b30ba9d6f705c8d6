import Glibc
import Sandboxing
import Testing

/// A family for one language allows what the family that it includes does, and what it says on top.
@Suite struct VariantTests {
    /// What Raku's has instead: locks on its own files, which are made believe.
    private static let pretendedCommands: Set<UInt64> = [UInt64(F_SETLK), UInt64(F_SETLKW)]

    @Test(arguments: Families.variants.keys)
    func `a variant answers to every call as its family does, but for locks`(variant: String) throws {
        let family = try #require(Families.variants[variant])
        let own = try Families.load(variant)
        let included = try Families.load(family)
        #expect(own.decisions.keys.sorted() == included.decisions.keys.sorted())
        for (number, decision) in own.decisions where decision != included.decisions[number] {
            let name = SystemCallNames.name(of: number)
            #expect(name == "fcntl", "\(variant) differs in \(name)")
        }
    }

    @Test(arguments: ArgumentTests.rows)
    func `arguments decide as for the family, but for locks`(row: ArgumentTests.Row) throws {
        for (variant, family) in Families.variants {
            // The kernel looks at the lower half of the command alone.
            let isLock = row.call == "fcntl" && Self.pretendedCommands.contains(row.arguments[1] & 0xffff_ffff)
            let answer = try Families.answer(variant, to: row.call, row.arguments)
            #expect(answer == (isLock ? .pretend : try Families.answer(family, to: row.call, row.arguments)))
        }
    }
}
