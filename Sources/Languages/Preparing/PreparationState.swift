/// How it stands with one preparation of a toolchain.
public struct PreparationState: Sendable {
    /// What is known of it.
    public enum Condition: Hashable, Sendable {
        /// Steps use it.
        case ready(PreparedStore.Entry)
        /// It was never made here.
        case missing
        /// It was made for a toolchain or a profile that was another then.
        case stale
        /// It is not what was made, for that reason.
        case damaged(String)
    }

    /// What it is.
    public let preparation: Preparation
    /// The digest of all that it is made from: the tools, the files it watches, the command with its file system.
    public let key: String
    /// What is known of it.
    public internal(set) var condition: Condition

    /// Where it is; nil when it cannot be used.
    public var entry: PreparedStore.Entry? {
        if case .ready(let entry) = condition { entry } else { nil }
    }
}
