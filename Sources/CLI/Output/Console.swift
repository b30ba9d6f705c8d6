internal import Linux

/// The two places that a command writes to.
package struct Console: Sendable {
    /// What was asked for.
    package let output: Channel
    /// What is said beside it: progress, notes, complaints.
    package let error: Channel

    /// A console of these two.
    package init(output: Channel, error: Channel) {
        self.output = output
        self.error = error
    }

    /// The process's own streams.
    package init(environment: [String: String]) {
        self.init(
            output: Channel(.output, environment: environment),
            error: Channel(.error, environment: environment)
        )
    }

    /// Says something that is worth knowing and no failure.
    package func note(_ text: String) throws(Complaint) {
        try error.write("assay: note: " + VisibleText.line(text) + "\n")
    }
}
