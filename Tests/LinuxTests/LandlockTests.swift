import Linux
import Testing

@Suite struct LandlockTests {
    @Test(
        arguments: [
            (kernel: nil, version: 0), (0, 0), (1, 0), (2, 2), (3, 3), (5, 5), (6, 6), (7, 6), (100, 6),
        ] as [(kernel: Int?, version: Int)]
    )
    func `what is used is what the kernel has, as far as it is of use`(kernel: Int?, version: Int) {
        #expect(Landlock.version(ofKernel: kernel) == version)
    }

    /// landlock(7): which version knows which rights.
    @Test(
        arguments: [
            (version: 0, files: 0, network: 0, scopes: 0), (1, 0x1fff, 0, 0), (2, 0x3fff, 0, 0), (3, 0x7fff, 0, 0),
            (4, 0x7fff, 3, 0), (5, 0xffff, 3, 0), (6, 0xffff, 3, 3),
        ] as [(version: Int, files: UInt64, network: UInt64, scopes: UInt64)]
    )
    func `a version refuses all that it knows`(version: Int, files: UInt64, network: UInt64, scopes: UInt64) {
        let restriction = Landlock.Restriction(version: version)
        #expect(restriction.files == files)
        #expect(restriction.network == network)
        #expect(restriction.scopes == scopes)
    }

    @Test func `nothing that is allowed is unknown to the newest version`() {
        let known = Landlock.FileAccess(rawValue: Landlock.Restriction(version: Landlock.newest).files)
        #expect(known.isSuperset(of: Landlock.FileAccess.reading.union(.changing)))
        #expect(Landlock.FileAccess.reading.isDisjoint(with: .changing))
    }
}
