import FoundationEssentials
import Glibc
import Linux
import Testing

/// A worker whose toolchain is replaced while it works.
///
/// It needs a host that `assay doctor` is content with.
@Suite(.timeLimit(.minutes(60))) struct UpdatedToolchainTests {
    private static let profile = """
        id: toy
        name: Toy
        extensions: [toy]
        packages: [toy]
        tools: {toy: {candidates: [TOOL], depth: 0}}
        version: {command: ["{toy}", -c, "echo 1"]}
        run: {command: ["{toy}", "{main}"], policy: scripting, root: {base: programs}}
        selfTest: {file: a.toy, source: "echo works", input: "", output: "works\\n"}

        """

    @Test func `a toolchain that was updated is tried before anything is judged with it`() throws {
        let scene = try QueueScene(.sqlite)
        // Boxes have a /tmp of their own, in which nothing of the host's is shown.
        let place = "\(Project.root)/.build/updated-toolchain-\(UInt32.random(in: 0 ... .max))"
        let sandboxes = scene.scratch.path + "/sandboxes"
        let files = FileManager.default
        try files.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? files.removeItem(atPath: place) }
        try files.createDirectory(atPath: sandboxes + "/languages", withIntermediateDirectories: true)
        for part in ["policies", "etc", "conformance", "roots"] {
            try files.createSymbolicLink(
                atPath: "\(sandboxes)/\(part)",
                withDestinationPath: "\(Project.root)/Sandboxes/\(part)"
            )
        }
        let tool = place + "/toy"
        let text = Self.profile.split(separator: "TOOL", omittingEmptySubsequences: false).joined(separator: tool)
        _ = try scene.scratch.file("sandboxes/languages/toy.yaml", Array(text.utf8))
        func update(to program: String) throws {
            try files.copyItem(atPath: program, toPath: tool + ".new")
            #expect(rename(tool + ".new", tool) == 0)
        }
        try update(to: "/bin/dash")
        let environment = scene.environment.merging([
            "ASSAY_SANDBOXES": sandboxes, "ASSAY_STATE": scene.scratch.path + "/state",
        ]) { $1 }
        let worker = try BuiltProgram.start(
            ["worker", "--slots", "1", "--languages", "toy"],
            environment: environment
        )
        defer { worker.send(SIGKILL) }
        try worker.awaitOutput("ready")
        let right = try scene.scratch.file("right.toy", Array("echo 'Hello, World!'\n".utf8))
        func submit() throws -> Int {
            try BuiltProgram.run(
                ["submit", "hello", right, "--database", scene.database],
                environment: environment
            ).code
        }
        #expect(try submit() == 0)
        try update(to: "/bin/false")
        let broken = try BuiltProgram.run(["queue", "enqueue", "hello", right], environment: environment)
        #expect(broken.code == 0, "\(broken.error)")
        try worker.awaitError("toy does not work here")
        try update(to: "/bin/bash")
        #expect(try submit() == 0)
        worker.send(SIGTERM)
        #expect(try worker.end().end == .exited(0))
    }
}
