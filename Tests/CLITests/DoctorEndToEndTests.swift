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
        #expect(result.output.contains("this host cannot judge: 1 thing is missing"))
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
