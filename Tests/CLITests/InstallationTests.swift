import CLI
import Testing

@Suite struct InstallationTests {
    @Test func `finds Sandboxes above the program's build tree`() throws {
        let scratch = try ScratchDirectory()
        try scratch.directory("project/Sandboxes/languages")
        let binary = try scratch.file("project/.build/debug/assay", executable: true)
        let installation = Installation(executable: binary, environment: [:])
        #expect(try installation.sandboxes() == "\(scratch.path)/project/Sandboxes")
    }

    @Test func `finds Sandboxes in the share directory`() throws {
        let scratch = try ScratchDirectory()
        try scratch.directory("usr/share/assay/Sandboxes/languages")
        let binary = try scratch.file("usr/bin/assay", executable: true)
        let installation = Installation(executable: binary, environment: ["ASSAY_SANDBOXES": ""])
        #expect(try installation.sandboxes() == "\(scratch.path)/usr/share/assay/Sandboxes")
        #expect(installation.share == "\(scratch.path)/usr/share/assay")
    }

    @Test func `goes by ASSAY_SANDBOXES before anything else`() throws {
        let scratch = try ScratchDirectory()
        try scratch.directory("project/Sandboxes/languages")
        let other = try scratch.directory("other")
        try scratch.directory("other/languages")
        let installation = Installation(
            executable: "\(scratch.path)/project/assay",
            environment: ["ASSAY_SANDBOXES": other]
        )
        #expect(try installation.sandboxes() == other)
    }

    @Test func `refuses an ASSAY_SANDBOXES without languages and looks nowhere else`() throws {
        let scratch = try ScratchDirectory()
        try scratch.directory("project/Sandboxes/languages")
        let wrong = try scratch.directory("wrong")
        let installation = Installation(
            executable: "\(scratch.path)/project/assay",
            environment: ["ASSAY_SANDBOXES": wrong]
        )
        #expect(
            throws: Complaint(
                .badInput,
                "ASSAY_SANDBOXES=\(wrong): there is no directory languages in it; correct or unset it"
            )
        ) { try installation.sandboxes() }
    }

    @Test func `says how to get Sandboxes where there are none`() throws {
        let scratch = try ScratchDirectory()
        let installation = Installation(executable: "\(scratch.path)/bin/assay", environment: [:])
        let complaint = try #require(throws: Complaint.self) { try installation.sandboxes() }
        #expect(complaint.exitCode == .ownFailure)
        #expect(complaint.message.hasSuffix("install Assay with make install, or set ASSAY_SANDBOXES"))
    }

    @Test func `finds the jailer beside the program, then in libexec`() throws {
        let scratch = try ScratchDirectory()
        let installation = Installation(executable: "\(scratch.path)/usr/bin/assay", environment: ["PATH": "/bin"])
        let complaint = try #require(throws: Complaint.self) { try installation.jailer() }
        #expect(complaint.exitCode == .ownFailure)
        let libexec = try scratch.file("usr/libexec/assay/assay-jailer", executable: true)
        #expect(try installation.jailer() == libexec)
        let beside = try scratch.file("usr/bin/assay-jailer", executable: true)
        #expect(try installation.jailer() == beside)
    }

    @Test(arguments: [
        (["ASSAY_STATE": "/s", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/s"),
        (["ASSAY_STATE": "", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/assay"),
        (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/assay"),
        (["HOME": "/h/"], "/h/.local/state/assay"),
    ])
    func `keeps state where the environment says`(environment: [String: String], expected: String) throws {
        #expect(try Installation(executable: "/bin/assay", environment: environment).state() == expected)
    }

    @Test(arguments: [["ASSAY_STATE": "here"], [:], ["HOME": "home"]])
    func `refuses to guess where state belongs`(environment: [String: String]) {
        #expect(throws: Complaint.self) {
            try Installation(executable: "/bin/assay", environment: environment).state()
        }
    }
}
