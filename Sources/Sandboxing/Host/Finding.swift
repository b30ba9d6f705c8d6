/// One thing about this host that boxes depend on.
public struct Finding: Sendable, Hashable {
    /// How it stands.
    public enum State: String, Sendable {
        /// It is there.
        case ok
        /// It is not there, and nothing can be judged without it.
        case missing
        /// It is not there; boxes do without it.
        case optional
    }

    /// What it is.
    public var name: String
    /// How it stands.
    public var state: State
    /// What was found.
    public var found: String
    /// How to get it; empty where there is nothing to do.
    public var mend: String

    /// A finding with these parts.
    public init(_ name: String, _ state: State, found: String, mend: String = "") {
        self.name = name
        self.state = state
        self.found = found
        self.mend = mend
    }
}
