/// What a step's box is built from, before it is known where the tools are.
public struct RootRecipe: Hashable, Sendable {
    /// Which parts of the system are there.
    public enum Base: String, Hashable, Sendable, CaseIterable {
        /// Nothing: enough for a static executable.
        case empty
        /// Shared libraries: enough for a dynamic executable.
        case libraries
        /// Programs, libraries and their data, as interpreters need.
        case programs
        /// All that and headers, as compilers need.
        case development
    }

    /// One more part of the host, or of the prepared root.
    public struct Mount: Hashable, Sendable {
        /// Its path there, with `*` where a version is; what does not exist is left out.
        public var host: String
        /// The path in the box; nil for the same.
        public var box: String?
        /// Whether it lies beside the profile, and so on the host whatever root the profile names.
        public var isOwn = false
    }

    /// The parts of the system.
    public var base: Base
    /// Further parts.
    public var mounts: [Mount]
    /// Further tools, besides those in the command, whose installations are seen where they are outside of `/usr`.
    public var tools: [String]
}

extension RootRecipe.Mount {
    /// What `path` names: a part of the host or, where it begins with a dot, something beside the profile in `directory`.
    init(path: String, beside directory: String) {
        let isOwn = path.hasPrefix("./")
        self.init(host: isOwn ? directory + path.dropFirst() : path, box: nil, isOwn: isOwn)
    }
}
