internal import Access

/// `assay keys revoke`.
enum KeysRevokeCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let database = try invocation.knownQueue()
        // A whole key is understood, too: whoever finds one in the open has just that.
        for operand in invocation.arguments.operands {
            let id = KeyText(operand)?.id ?? operand
            guard let key = try database.key(id), try database.revokeKey(id) else {
                throw Complaint.badInput("there is no key \(id.prefix(20)); assay keys list shows what there is")
            }
            try CommandLineAudit.note("key.revoke", id, tenant: key.tenant, in: database)
            try invocation.console.output.write("\(id) revoked\n")
        }
        return .good
    }
}

extension Subcommand {
    static let keysRevoke = Subcommand(
        description: CommandDescription(
            name: "keys revoke",
            summary: "take keys back; servers notice within two seconds",
            operands: "ID…",
            operandCount: 1...1000,
            options: [QueueDatabase.option],
            examples: [("assay keys revoke k3xq7p2m", "it cannot be undone; make another key")]
        ),
        action: .atOnce(KeysRevokeCommand.run)
    )
}
