import Linux
import Testing

@testable import Roots

@Suite struct BuildPlanTests {
    private func plan(https: Bool = false, groups: [String]? = nil) throws -> BuildPlan {
        let scratch = try Scratch()
        try scratch.write("zurg.yaml", SampleBlueprint.text)
        let blueprint = try Blueprint("zurg", in: scratch.path)
        return BuildPlan(
            blueprint: blueprint,
            selection: try blueprint.selection(groups: groups, packages: ["zsh"]),
            mirrors: try Mirrors(
                archive: https ? "https://m.example/debian" : "http://m.example/debian",
                security: "http://s.example/sec",
                sources: []
            ),
            settings: AptSettings(dump: "Acquire::http::Proxy \"http://p\";\n"),
            proxies: ["http_proxy=http://p"],
            debootstrap: "/usr/sbin/debootstrap",
            tree: "/roots/.draft-1/fs"
        )
    }

    @Test func `whatever runs has processes, mounts, queues and a name of its own`() throws {
        let plan = try plan()
        let own: Namespaces.Kinds = [.mount, .processes, .messages, .names]
        for stage in [plan.unpacking, plan.configuring] + plan.installing {
            #expect(stage.call.isolation.namespaces.isSuperset(of: own), "\(stage.title)")
        }
    }

    @Test func `scripts of packages see only the root, and have no network`() throws {
        let plan = try plan()
        for stage in [plan.configuring] + plan.installing {
            #expect(stage.call.isolation.root == "/roots/.draft-1/fs")
            let fetches = stage.call.arguments.contains { $0 == "update" || $0 == "--download-only" }
            #expect(stage.call.isolation.namespaces.contains(.network) == !fetches, "\(stage.title)")
            #expect(stage.call.environment.contains("http_proxy=http://p") == fetches, "\(stage.title)")
        }
        // It only fetches and unpacks.
        #expect(plan.unpacking.call.arguments.contains("--foreign"))
        #expect(plan.unpacking.call.isolation.root == nil)
    }

    @Test func `packages are verified by the blueprint's keyring, and are the release's`() throws {
        let arguments = try plan().unpacking.call.arguments
        #expect(arguments.contains("--keyring=/usr/share/keyrings/zurg.gpg"))
        #expect(arguments.contains("--components=main,contrib"))
        #expect(Array(arguments.suffix(3)) == ["zurg", "/roots/.draft-1/fs", "http://m.example/debian"])
        let list = try plan().aptFiles(certificates: nil).first { $0.path == "/etc/apt/sources.list" }
        #expect(
            list?.text == """
                deb http://m.example/debian zurg main contrib
                deb http://m.example/debian zurg-updates main contrib
                deb http://s.example/sec zurg-security main contrib

                """
        )
    }

    @Test func `installs what was selected, without what is merely recommended`() throws {
        let stages = try plan(groups: ["core"]).installing
        let last = try #require(stages.last).call.arguments
        #expect(last.suffix(6) == ["install", "--no-install-recommends", "gcc", "libc6-dev", "zsh", "--no-download"])
        #expect(stages.count == 5)
    }

    @Test func `the host's certificates come along where a mirror needs them`() throws {
        let files = try plan(https: true).aptFiles(certificates: "PEM")
        let settings = try #require(files.first { $0.path == "/etc/apt/apt.conf.d/00assay" }).text
        #expect(settings.contains("Acquire::https::CAInfo \"/etc/apt/assay-certificates.pem\";"))
        #expect(settings.contains("Acquire::http::Proxy \"http://p\";"))
        #expect(files.contains { $0.path == "/etc/apt/assay-certificates.pem" && $0.text == "PEM" })
    }

    @Test func `no service is started`() throws {
        let rule = try plan().rules.first { $0.path == "/usr/sbin/policy-rc.d" }
        #expect(rule?.isExecutable == true)
        #expect(rule?.text.hasSuffix("exit 101\n") == true)
    }

    @Test func `hears how far it is, and why it failed`() {
        var listener = BuildListener()
        #expect(listener.take(Array("I: Retrieving libc6 2.41-12 amd64\nnoise\n".utf8)) == "retrieving libc6 2.41-12")
        #expect(listener.take(Array("dlstatus:1:41.7:Retrieving fi".utf8)) == nil)
        #expect(listener.take(Array("le 3 of 9\nGet:1 x\n".utf8)) == "41 %, retrieving file 3 of 9")
        #expect(listener.take(Array("pmstatus:g:7.0:Installing g (amd64)\n".utf8)) == "7 %, installing g (amd64)")
        #expect(listener.reason == "Get:1 x")
        _ = listener.take(Array("E: Unable to locate package x.\nE: Second\nlast\n".utf8))
        #expect(listener.reason == "Unable to locate package x")
    }

    @Test func `knows what is installed`() {
        let status = """
            Package: zsh
            Status: install ok installed
            Version: 5.9-8
            Description: a shell
             Package: not one

            Package: gone
            Status: deinstall ok config-files
            Version: 1

            Package: bash
            Status: install ok installed
            Version: 5.2
            """
        #expect(InstalledPackage.all(inStatus: status).map(\.line) == ["bash 5.2", "zsh 5.9-8"])
    }
}
