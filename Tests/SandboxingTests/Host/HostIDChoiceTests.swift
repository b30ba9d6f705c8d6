import Core
import Sandboxing
import Testing

@Suite struct HostIDChoiceTests {
    // MARK: - As root

    private static func root(_ change: (inout HostIDFacts) -> Void = { _ in }) -> HostIDFacts {
        var facts = HostIDFacts(user: 0, group: 0)
        facts.accounts = ("root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\nodd\n", "staff:x:5000:ann\n")
        facts.subordinates = ("ann:100000:65536\nroot:300000:65536\nassay:500000:1000\n", "ann:200000:65536\n")
        change(&facts)
        return facts
    }

    @Test func `root has a range that is nobody's by default`() throws {
        #expect(try HostIDChoice(Self.root()) == .own(try #require(IDRange("1900000000:65536"))))
    }

    @Test(
        arguments: [
            ("1900000000:10\n", "1900000000:10"), ("# ours\n\n  500:5  # for now\n7:7\n", "500:5"), ("", nil),
            ("#\n", nil),
            ("none", "none"), ("1 : 2", "1 : 2"),
        ] as [(String, String?)]
    )
    func `the operator's file has one line that counts`(text: String, line: String?) {
        #expect(HostIDFacts.line(of: text) == line)
    }

    @Test(arguments: ["600000:10", "300000:100", "500000:1000", "1001:3000", "4294967000:295"])
    func `root takes the range that was stated`(text: String) throws {
        let choice = try HostIDChoice(Self.root { $0.stated = (text, "ASSAY_IDS") })
        #expect(choice == .own(try #require(IDRange(text))))
    }

    @Test(arguments: [
        ("none", "this is no range"), ("5", "this is no range"), ("0:10", "0 is among them"),
        ("65000:1000", "65534 is among them"), ("900:200", "ann in /etc/passwd"), ("4000:2000", "staff in /etc/group"),
        ("165535:1", "ann has some of them as subordinate ids (/etc/subuid, line 1)"),
        ("265535:1", "ann has some of them as subordinate ids (/etc/subgid, line 1)"),
        ("90000:20000", "ann has some of them"),
    ])
    func `root is refused what is somebody else's, in one line with the mend`(text: String, cause: String) {
        let error = #expect(throws: ExecutorFailure.self) {
            try HostIDChoice(Self.root { $0.stated = (text, "/etc/assay/ids") })
        }
        let line = error?.description ?? ""
        #expect(line.contains(cause) && line.contains("\(text), /etc/assay/ids"))
        #expect(line.contains("1900000000:65536") && !line.contains("\n"))
    }

    @Test func `where it cannot be read whose ids are whose, none are taken`() throws {
        let error = #expect(throws: ExecutorFailure.self) {
            try HostIDChoice(Self.root { $0.unreadable = ("/etc/subuid", "EIO, Input/output error") })
        }
        #expect(error?.description.contains("(/etc/subuid): EIO, Input/output error; let") == true)
        #expect(throws: ExecutorFailure.self) {
            try HostIDChoice(Self.user { $0.unreadable = ("/etc/subuid", "EACCES, Permission denied") })
        }
        let none = try HostIDChoice(
            Self.user {
                $0.unreadable = ("/etc/subuid", "EACCES, Permission denied")
                $0.stated = ("none", "ASSAY_IDS")
            }
        )
        #expect(none == .single(because: "ASSAY_IDS says none"))
    }

    @Test func `the default is refused where it is somebody's`() {
        let error = #expect(throws: ExecutorFailure.self) {
            try HostIDChoice(Self.root { $0.subordinates.users += "bob:1900000000:1\n" })
        }
        #expect(error?.description.contains("bob has some of them") == true)
    }

    @Test func `root in a container has what the container has`() throws {
        let map = "         0     100000      60000\n     70000 200000 5000\n"
        func facts(_ range: String?) -> HostIDFacts {
            var facts = HostIDFacts(user: 0, group: 0)
            facts.maps = (map, map)
            facts.stated = range.map { ($0, "ASSAY_IDS") }
            return facts
        }
        let error = #expect(throws: ExecutorFailure.self) { try HostIDChoice(facts(nil)) }
        #expect(error?.description.contains("has only 0:60000, 70000:5000") == true)
        #expect(throws: ExecutorFailure.self) { try HostIDChoice(facts("74000:2000")) }
        #expect(try HostIDChoice(facts("70000:5000")) == .own(try #require(IDRange("70000:5000"))))
    }

    // MARK: - As an ordinary user

    private static let helpers = IDHelpers(users: "/usr/bin/newuidmap", groups: "/usr/bin/newgidmap")

    private static func user(_ change: (inout HostIDFacts) -> Void = { _ in }) -> HostIDFacts {
        var facts = HostIDFacts(user: 1000, group: 1000)
        facts.name = "ann"
        facts.helpers = helpers
        facts.subordinates = (
            "bob:900000:65536\nann:100000:10\nann:100100:65536\n", "1000:300000:4096\nann:100100:200\n"
        )
        change(&facts)
        return facts
    }

    @Test func `a user has the upper half of what the largest ranges have in common`() throws {
        #expect(
            try HostIDChoice(Self.user())
                == .subordinate(
                    users: try #require(IDRange("102148:2048")),
                    groups: try #require(IDRange("302048:2048")),
                    helpers: Self.helpers
                )
        )
    }

    @Test func `a user has all of few`() throws {
        let facts = Self.user { $0.subordinates = ("ann:100000:100\n", "ann:100000:50\n") }
        let range = try #require(IDRange("100000:50"))
        #expect(try HostIDChoice(facts) == .subordinate(users: range, groups: range, helpers: Self.helpers))
    }

    @Test func `a user may state a part of it`() throws {
        let range = try #require(IDRange("100150:100"))
        let facts = Self.user { $0.stated = ("100150:100", "ASSAY_IDS") }
        #expect(try HostIDChoice(facts) == .subordinate(users: range, groups: range, helpers: Self.helpers))
    }

    @Test(arguments: ["900000:10", "100000:20", "100250:100", "1900000000:65536", "x"])
    func `a user is refused what is not the user's`(text: String) {
        let error = #expect(throws: ExecutorFailure.self) {
            try HostIDChoice(Self.user { $0.stated = (text, "ASSAY_IDS") })
        }
        #expect(error?.description.contains("\n") == false)
    }

    @Test func `a user without means has one id, and the reason is told`() throws {
        func reason(_ change: (inout HostIDFacts) -> Void) throws -> String? {
            if case .single(let reason) = try HostIDChoice(Self.user(change)) { reason } else { nil }
        }
        #expect(try reason { $0.subordinates.users = "" }?.contains("no subordinate ids") == true)
        #expect(try reason { $0.subordinates.groups = "bob:1:2" }?.contains("no subordinate ids") == true)
        #expect(try reason { $0.helpers = nil }?.contains("not installed") == true)
        #expect(try reason { $0.isBarredFromPrivileges = true }?.contains("no_new_privs") == true)
        #expect(try reason { $0.stated = ("none", "ASSAY_IDS") } == "ASSAY_IDS says none")
        #expect(
            try reason {
                $0.name = nil
                $0.subordinates = ("1000:1:9", "1000:1:9")
            }?.contains("no account") == true
        )
    }
}
