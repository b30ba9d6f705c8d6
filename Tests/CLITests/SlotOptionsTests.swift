import CLI
import Sandboxing
import Testing

@Suite struct SlotOptionsTests {
    private static let command = CommandDescription(
        name: "try",
        summary: "try it",
        operands: "",
        operandCount: 0...0,
        options: [.init("slots", "N", "slots"), .init("pin", "bind them")]
    )

    private func options(_ arguments: String...) throws(Complaint) -> SlotOptions {
        try SlotOptions(ParsedArguments(arguments, of: Self.command))
    }

    @Test func `more bound slots than cores are refused, whatever there is to do for them`() throws {
        let error = #expect(throws: Complaint.self) { try options("--slots", "256", "--pin") }
        #expect(error?.exitCode == .badInput)
        #expect(error?.line.contains("--slots 256 with --pin") == true)
        #expect(try options("--slots", "256").count == 256)
        #expect(try options("--slots", "1", "--pin").count == 1)
        #expect(try options("--pin").isPinned)
    }
}
