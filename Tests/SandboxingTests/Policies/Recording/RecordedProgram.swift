import Core
import Languages
import Linux
import SandboxTesting

/// A program that is recorded, and its input.
struct RecordedProgram: Sendable {
    let path: String
    let input: [UInt8]

    /// What is recorded of a language besides its self-test: a program that uses what the language has, with a large
    /// input, and a solution of a problem of ours, with one that an interpreter which is traced reads in a few seconds.
    static func all(for profile: LanguageProfile) throws -> [RecordedProgram] {
        let large = Array(String(repeating: "a line of a large input\n", count: 100_000).utf8)
        let own = try first(of: profile, in: RecordingBench.programs).map { RecordedProgram(path: $0, input: large) }
        let problem = project + "/Problems/longestunique"
        let input = try largestInput(below: problem + "/data/secret")
        let solution = try first(of: profile, in: problem + "/submissions/accepted").map {
            RecordedProgram(path: $0, input: input)
        }
        return [own, solution].compactMap(\.self)
    }

    /// The program as a submission.
    func submission(in language: LanguageID) throws -> Submission {
        let name = String(path.split(separator: "/").last ?? "")
        return Submission(id: name, language: language, files: [.init(name: name, content: try HostFile.read(path))])
    }

    /// The first file of `directory` that is written in a language.
    private static func first(of profile: LanguageProfile, in directory: String) throws -> String? {
        let entries = try HostDirectory.entries(of: directory).filter { $0.kind == .file }
        return entries.first { entry in
            profile.extensions.contains { entry.name.hasSuffix("." + $0) }
        }
        .map { directory + "/" + $0.name }
    }

    private static func largestInput(below directory: String) throws -> [UInt8] {
        let inputs = ScratchDirectory.contents(of: directory).filter { $0.hasSuffix(".in") }
        let contents = try inputs.map { try HostFile.read($0) }.filter { $0.count <= 256 << 10 }
        return contents.max { $0.count < $1.count } ?? []
    }

    /// The directory of the project: that of `Sandboxes`.
    private static let project = String(SandboxUnderTest.sandboxes.dropLast("/Sandboxes".count))
}
