import Core
import Grading
import Languages
import Linux
import SandboxTesting
import Sandboxing

/// What a row has to work with.
struct Arena: Sendable {
    /// The sandbox under test, with two slots.
    let sandbox: any Executor
    /// Compiles and runs programs in any language, as `assay run` does.
    let languages: LanguageCatalog
    /// Finds the languages' tools.
    let locator: ToolchainLocator
    /// What hostile programs would like to change.
    let canaries: Canaries

    init(canaries: Canaries) async throws {
        sandbox = try await SandboxUnderTest.ready()
        languages = try LanguageCatalog(directory: SandboxUnderTest.sandboxes + "/languages")
        let environment = HostEnvironment.variables()
        locator = ToolchainLocator(
            searchPath: environment["PATH", default: "/usr/bin:/bin"].split(separator: ":").map(String.init),
            home: environment["HOME"],
            etc: SandboxUnderTest.sandboxes + "/etc",
            hidden: [try ScratchDirectory.shared.get()]
        )
        self.canaries = canaries
    }

    /// Plain runs in the sandbox under test.
    var plain: PlainRun { PlainRun(executor: sandbox, catalog: languages, locator: locator) }

    /// Whether the tools of a language are here for this user.
    func offers(_ language: String) -> Bool {
        guard let profile = languages.profile(LanguageID(rawValue: language)) else { return false }
        do {
            _ = try locator.locate(profile)
            return true
        } catch {
            return false
        }
    }
}
