import Linux
import Testing

struct KeysAuditTests {
    @Test(arguments: [[], ["--json"]])
    func `a key that could not be shown is no key`(options: [String]) throws {
        let scratch = try ScratchDirectory()
        let environment = ["ASSAY_STATE": scratch.path, "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db"]
        let script = #"exec "$0" "$@" >/dev/full"#
        let made = try BuiltProgram.run(
            ["keys", "create"] + options,
            environment: environment,
            under: ["/bin/sh", "-c", script]
        )
        #expect(made.code == 3 && !made.error.contains("it is not shown again"), "\(made.error)")
        let shown = try BuiltProgram.run(["keys", "list", "--json"], environment: environment)
        #expect(shown.output.contains(#""state":"revoked""#) && !shown.output.contains(#""state":"valid""#))
    }

    @Test func `what was done with keys is shown, the newest first, and nothing secret`() throws {
        let scratch = try ScratchDirectory()
        let environment = ["ASSAY_STATE": scratch.path, "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db"]
        let key = try BuiltProgram.run(["keys", "create", "--tenant", "exam"], environment: environment)
        #expect(key.code == 0, "\(key.error)")
        let id = try #require(key.output.split(separator: "_").dropFirst().first.map(String.init))
        #expect(try BuiltProgram.run(["keys", "revoke", id], environment: environment).code == 0)
        let shown = try BuiltProgram.run(["keys", "audit", "--json"], environment: environment)
        let revoked = try #require(shown.output.firstRange(of: #""action":"key.revoke""#), "\(shown.output)")
        let created = try #require(shown.output.firstRange(of: #""action":"key.create""#), "\(shown.output)")
        #expect(revoked.lowerBound < created.lowerBound)
        #expect(shown.output.contains(#""object":"\#(id)""#) && shown.output.contains(#""actor":"cli:"#))
        #expect(!shown.output.contains(key.output.filter { !$0.isNewline }))
        let last = try BuiltProgram.run(["keys", "audit", "--limit", "1"], environment: environment)
        #expect(last.output.contains("key.revoke") && !last.output.contains("key.create"))
        let other = try BuiltProgram.run(["keys", "audit", "--tenant", "other"], environment: environment)
        #expect(other.code == 0 && !other.output.contains("key."))
    }
}
