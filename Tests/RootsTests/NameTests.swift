import Testing

@testable import Roots

@Suite struct NameTests {
    @Test(arguments: [
        ("g++", true), ("libc6-dev", true), ("gcc-14", true), ("lua5.4", true), ("7zip", true), ("", false),
        ("a", false), ("-y", false), ("--force-yes", false), ("gcc/sid", false), ("gcc=1", false), ("G++", false),
        ("a b", false), ("./x.deb", false),
    ])
    func `only what Debian calls a package is one`(name: String, isOne: Bool) {
        #expect(PackageName.isOne(name) == isOne)
    }

    @Test(arguments: [
        ("trixie", true), ("debian13", true), ("..", false), (".draft-1", false), ("a/b", false), ("", false),
        ("current", false), ("-x", false), ("Trixie", false),
    ])
    func `a root's name can be no path, option or pattern`(name: String, isOne: Bool) {
        #expect(RootName.isOne(name) == isOne)
    }

    @Test func `a version has dots and dashes, too`() {
        #expect(RootName.isVersion("2025.08.09-1a2b3c4d"))
        #expect(!RootName.isVersion("../x"))
        #expect(!RootName.isVersion("current"))
    }
}
