import FoundationEssentials
import Linux
import Testing

/// `assay doctor` as it was built, on this host.
@Suite(.timeLimit(.minutes(60))) struct DoctorEndToEndTests {
    /// What `--json` prints, as far as it is looked at.
    private struct Report: Decodable {
        struct Finding: Decodable {
            let key: String
            let group: String
            let name: String
            let state: String
            let found: String
            let mend: String?
            let command: String?
        }

        struct Trial: Decodable {
            let first: Double
            let next: Double
        }

        let ok: Bool
        let mode: String?
        let trial: Trial?
        let findings: [Finding]
    }

    private func report(_ environment: [String: String]) throws -> (report: Report, code: Int) {
        let result = try BuiltProgram.run(["doctor", "--json"], environment: environment)
        #expect(result.error.isEmpty)
        #expect(result.output.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
        return (try JSONDecoder().decode(Report.self, from: Data(result.output.utf8)), result.code)
    }

    @Test func `this host can judge, and a box shows it`() throws {
        let scratch = try ScratchDirectory()
        let (report, code) = try report(["ASSAY_STATE": scratch.path + "/state"])
        #expect(code == 0, "\(report.findings.filter { $0.state == "missing" })")
        #expect(report.ok)
        let trial = try #require(report.trial)
        #expect(trial.first > 0 && trial.next > 0)
        #expect(try #require(report.mode).contains("cgroup v"))
        let box = try #require(report.findings.last)
        #expect(box.key == "box" && box.group == "trial" && box.state == "ok")
        #expect(box.found.contains(try #require(report.mode)))
        for finding in report.findings {
            #expect(["ok", "degraded", "missing"].contains(finding.state))
            #expect((finding.mend == nil) == (finding.state == "ok"), "\(finding.key)")
            #expect(finding.command == nil || finding.state != "ok")
        }
        // What was tried is gone again.
        #expect(try HostDirectory.entries(of: scratch.path + "/state/running").isEmpty)
    }

    @Test func `a state directory without room is missing, so no box is tried, and the exit code is 3`() throws {
        let (report, code) = try report(["ASSAY_STATE": "/proc/assay"])
        #expect(code == 3)
        #expect(!report.ok && report.mode == nil && report.trial == nil)
        #expect(report.findings.filter { $0.state == "missing" }.map(\.key) == ["state", "box"])
        #expect(report.findings.last?.found == "not tried")
    }

    @Test func `a variable that names the wrong directory is told as such`() throws {
        let result = try BuiltProgram.run(["doctor"], environment: ["ASSAY_SANDBOXES": "/nonexistent"])
        #expect(result.code == 2)
        #expect(result.error.contains("ASSAY_SANDBOXES=/nonexistent: there is no directory languages in it"))
    }

    @Test func `a policy with a mistake is told with its file and line`() throws {
        let scratch = try ScratchDirectory()
        let policies = scratch.path + "/Sandboxes/policies"
        try HostDirectory.make(policies)
        try HostDirectory.make(scratch.path + "/Sandboxes/languages")
        try HostFile.replace(policies + "/native.yaml", with: Array("otherwise: ENOSYS\nalow: {}\n".utf8))
        let environment = ["ASSAY_STATE": scratch.path + "/state", "ASSAY_SANDBOXES": scratch.path + "/Sandboxes"]
        let result = try BuiltProgram.run(["doctor"], environment: environment)
        #expect(result.code == 3)
        #expect(result.output.contains("native.yaml:2:"))
        #expect(result.output.contains("this host cannot judge: 2 things are missing"))
    }

    /// A copy of what is shipped, in which one thing is changed.
    private func findings(_ change: (String) throws -> Void) throws -> (missing: [Report.Finding], code: Int) {
        let scratch = try ScratchDirectory()
        let sandboxes = try scratch.directory("Sandboxes")
        for name in ["languages", "policies", "etc"] {
            try FileManager.default.copyItem(
                atPath: Project.root + "/Sandboxes/" + name,
                toPath: sandboxes + "/" + name
            )
        }
        try change(sandboxes)
        let (report, code) = try report(["ASSAY_STATE": scratch.path + "/state", "ASSAY_SANDBOXES": sandboxes])
        return (report.findings.filter { $0.state == "missing" && $0.key != "box" }, code)
    }

    @Test(arguments: ["raku", "native"])
    func `a mistake in any policy is found, also in one that a single language has`(policy: String) throws {
        let (missing, code) = try findings { sandboxes in
            let path = "\(sandboxes)/policies/\(policy).yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try HostFile.replace(path, with: Array((text + "bogus: 1\n").utf8))
        }
        #expect(code == 3)
        #expect(missing.map(\.key) == ["policies"])
        #expect(missing.first?.found.contains("\(policy).yaml:") == true)
    }

    @Test(arguments: ["passwd", "group", "hosts", "nsswitch.conf"])
    func `a file that is missing in the etc of boxes is found`(name: String) throws {
        let (missing, code) = try findings { try FileManager.default.removeItem(atPath: "\($0)/etc/\(name)") }
        #expect(code == 3)
        #expect(missing.map(\.key) == ["etc"])
        #expect(missing.first?.found.contains("/etc/\(name): ENOENT") == true)
    }

    @Test func `what is shipped has nothing missing`() throws {
        let (missing, code) = try findings { _ in }
        #expect(missing.isEmpty && code == 0)
    }

    @Test func `without the etc of boxes nothing is run`() throws {
        let scratch = try ScratchDirectory()
        let sandboxes = try scratch.directory("Sandboxes")
        for name in ["languages", "policies", "roots"] {
            try FileManager.default.copyItem(
                atPath: Project.root + "/Sandboxes/" + name,
                toPath: sandboxes + "/" + name
            )
        }
        let source = try scratch.file("a.py", Array("print(1)\n".utf8))
        let environment = [
            "ASSAY_STATE": scratch.path + "/state", "ASSAY_SANDBOXES": sandboxes, "PATH": "/usr/bin:/bin",
        ]
        let result = try BuiltProgram.run(["run", source], environment: environment)
        #expect(result.code == 3 && result.output.isEmpty)
        #expect(result.error.contains("/etc/group): there is no such file"), "\(result.error)")
    }

    @Test(arguments: ["40", "80", "120"])
    func `says the same to people, without colours where there is no terminal`(columns: String) throws {
        let scratch = try ScratchDirectory()
        let environment = ["ASSAY_STATE": scratch.path + "/state", "COLUMNS": columns, "TERM": "xterm-256color"]
        let result = try BuiltProgram.run(["doctor"], environment: environment)
        #expect(result.code == 0, "\(result.output)")
        #expect(result.output.hasPrefix("host\n  ok        user"))
        #expect(result.output.contains("\nwalls\n") && result.output.contains("\ntrial\n"))
        #expect(result.output.contains("this host can judge"))
        #expect(!result.output.contains("\u{1B}"))
    }
}
