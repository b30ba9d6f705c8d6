import Core
import Linux
import Sandboxing
import Testing

/// What the languages that are installed here are seen to do in a box.
@Suite(.serialized, .timeLimit(.minutes(60))) struct MadeCallsTests {
    @Test func `every language's programs end well under the policies`() async throws {
        let recording = try await Recording.ofThisHost.value
        #expect(recording.failures.isEmpty, "\(recording.failures.joined(separator: "\n"))")
        #expect(!recording.languages.isEmpty)
        if let path = HostEnvironment.variables()["ASSAY_RECORD_CALLS"] {
            try HostFile.replace(path, with: Array(MadeCallsFile.text(of: recording.calls).utf8))
        }
    }

    @Test func `a dangerous call that a language makes here is in the committed record`() async throws {
        let recording = try await Recording.ofThisHost.value
        let committed = try MadeCallsFile.read()
        for dangerous in try DangerousCall.all() {
            for family in Families.all + Families.variants.keys
            where !dangerous.makers(in: recording.calls, under: family).isEmpty {
                let makers = dangerous.makers(in: committed, under: family)
                #expect(!makers.isEmpty, "\(family): \(dangerous): run make calls, and look at what has changed")
            }
        }
    }

    /// Otherwise a record that somebody wrote by hand, or that is out of date, would justify anything.
    @Test func `a dangerous call in the committed record is still made`() async throws {
        let recording = try await Recording.ofThisHost.value
        let committed = try MadeCallsFile.read()
        for dangerous in try DangerousCall.all() {
            for family in Families.all + Families.variants.keys {
                let makers = dangerous.makers(in: committed, under: family)
                // Where another machine has recorded languages that are not installed here, they may be who makes it.
                guard !makers.isEmpty, makers.isSubset(of: recording.languages) else { continue }
                let seen = dangerous.makers(in: recording.calls, under: family)
                #expect(!seen.isEmpty, "\(family): \(dangerous) by \(makers): run make calls, and refuse it")
            }
        }
    }
}
