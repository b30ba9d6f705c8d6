public import Core

/// What the event of a compilation tells.
public struct CompiledEvent: Codable, Hashable, Sendable {
    /// The kind of the event.
    public private(set) var type = "compiled"
    /// How compiling went.
    public var compile: Report.Compile

    /// The event of that compilation.
    public init(_ compile: Report.Compile) { self.compile = compile }
}

/// What the event of a judged test tells.
public struct TestEvent: Codable, Hashable, Sendable {
    /// The kind of the event.
    public private(set) var type = "test"
    /// Which test it was, counted from 0.
    public var index: Int
    /// How many there are.
    public var total: Int
    /// How it went.
    public var test: Report.Test

    /// The event of the test at `index` of `total`.
    public init(_ test: Report.Test, index: Int, total: Int) {
        self.test = test
        self.index = index
        self.total = total
    }
}
