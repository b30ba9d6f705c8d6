/// What is made ready once for the steps of a language, by the toolchain itself in a box, and is then shown to them
/// read-only: a precompiled header, an archive of classes, a build cache.
public struct Preparation: Sendable {
    /// The step whose box it is made in: with its environment, its policy and its file system.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        case compile, run
    }

    /// What templates call it: in `{name}` it is the directory of what was made.
    public var name: String
    /// Whose box it is made in.
    public var place: Place
    /// The command that makes it.
    public var command: [Template]
    /// What is added to the step's environment.
    public var environment: [(name: String, value: Template)]
    /// Files that are in its working directory, by name.
    public var files: [(name: String, text: String)]
    /// Empty directories that it finds in the directory that it fills.
    public var directories: [String]
    /// Files of the host, of the prepared root, or of our own, of which it depends besides the tools: as in mounts.
    public var watches: [RootRecipe.Mount]

    /// Where boxes see what is prepared, each under its name.
    static let base = "/opt/assay/prepared"
    /// Where it is made: boxes can write below `/box` alone, and the path in `base` leads there.
    static let workplace = "/box/prepared"

    /// The path in boxes of what `name` stands for.
    static func directory(_ name: String) -> String { base + "/" + name }
}

/// How a step makes use of what is prepared; without it the step is as it would be if nobody had ever prepared anything.
public struct PreparedUse: Sendable {
    /// The name of the preparation.
    public var name: String
    /// What takes the place of `{prepared}` in the step's command.
    public var arguments: [Template]
    /// What is added to the step's environment, or replaces part of it.
    public var environment: [(name: String, value: Template)]
    /// A command that takes the place of the step's own; nil for none.
    public var command: [Template]?
    /// The line that every source has to begin with, comments aside; nil where it does not matter.
    public var opening: String?
    /// What a refusal says that may be its doing: one with any of these words counts only when the step without it says so.
    public var doubts: [String]
}

extension LanguageProfile {
    /// What `preparation` is for, as the store writes it down.
    public func purpose(of preparation: Preparation) -> String { "\(id) \(preparation.name)" }
}
