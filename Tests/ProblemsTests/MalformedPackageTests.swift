import Problems
import Testing

/// Each mistake that a package can have is told in one line: the file, the place in it, what is wrong, and the mend.
@Suite struct MalformedPackageTests {
    @Test func `there are enough of them, each by its own name`() {
        #expect(MalformedPackage.all.count >= 100)
        let names = MalformedPackage.all.map { "\($0.isDMOJ) \($0.name)" }
        #expect(Set(names).count == names.count)
        #expect(MalformedPackage.all.allSatisfy { !$0.messages.isEmpty })
    }

    @Test(arguments: MalformedPackage.all)
    func `a mistake in a package is told in one line`(_ malformed: MalformedPackage) {
        let package = malformed.made()
        #expect(package.issues() == malformed.messages)
        #expect(malformed.messages.allSatisfy { $0.contains("; ") && !$0.contains("\n") })
    }
}
