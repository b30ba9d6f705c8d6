import Testing

/// A program that is run by itself.
struct VerdictsProgram: Sendable, CustomTestStringConvertible {
    let language: String
    let file: String
    let source: String

    var testDescription: String { language }
}
