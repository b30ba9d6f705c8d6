import Queueing
import Testing

@testable import CLI

struct QueueArgumentsTests {
    @Test func `the queue's actions are found, with their own options`() throws {
        guard case .command(let command, let arguments) = try Request(["queue", "list", "--state", "dead"]) else {
            Issue.record("no command")
            return
        }
        #expect(command.description.name == "queue list")
        #expect(arguments.options == ["state": "dead"])
    }

    @Test(arguments: [
        (["queue", "lst"], "queue has no action lst; did you mean list?"),
        (["queue"], "queue needs to be told what to do: "),
        (["queue", "--json", "list"], "queue needs to be told what to do: "),
        (["queue", "show"], "queue show needs ID; "),
        (["queue", "list", "--key", "a"], "queue list has no option --key; "),
    ])
    func `what is not asked for rightly is refused with the mend`(words: [String], message: String) {
        #expect {
            _ = try Request(words)
        } throws: { error in
            guard let complaint = error as? Complaint else { return false }
            return complaint.exitCode == .badInput && complaint.message.hasPrefix(message)
        }
    }

    @Test(arguments: [
        ["queue", "--help"], ["help", "queue"], ["queue", "list", "--help"], ["help", "queue", "list"],
    ])
    func `there is help on the queue and on each action`(words: [String]) throws {
        guard case .help = try Request(words) else {
            Issue.record("no help")
            return
        }
    }

    @Test(arguments: ["queued,done", "dead"])
    func `states are read`(text: String) throws {
        var arguments = ParsedArguments()
        arguments.options["state"] = text
        #expect(
            try JobFilter(arguments).states.map(\.rawValue).sorted()
                == text.split(separator: ",").sorted().map(String.init)
        )
    }

    @Test func `a state that is none is refused`() {
        var arguments = ParsedArguments()
        arguments.options["state"] = "finished"
        #expect(throws: Complaint.self) { try JobFilter(arguments) }
    }
}
