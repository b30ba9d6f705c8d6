/// What it means that a connection could not be made.
enum LoginRefusal {
    /// Whether it may be tried again.
    ///
    /// - Parameter text: What libpq tells: the server's own words come with their SQLSTATE.
    /// - Returns: `denied` or `lost`.
    static func failure(of text: String) -> PostgresFailure {
        let lines = text.split(separator: "\n").map(String.init)
        // Of several addresses the last one's error is the one that counts.
        // What follows is advice, as whether the server runs.
        let line =
            lines.last { $0.hasPrefix("connection to server") }
            ?? lines.last { line in !["LOCATION", "DETAIL", "HINT", "\t"].contains(where: line.hasPrefix) } ?? ""
        let message = line.isEmpty ? "no connection" : line
        if let code = code(in: message) {
            let isOutage = code.hasPrefix("57P") || code.hasPrefix("08") || code.hasPrefix("53")
            return isOutage ? .lost(message) : .denied(message)
        }
        let hopeless = [
            "certificate", "does not support SSL", "no password supplied", "authentication method", "invalid sslmode",
            "private key",
        ]
        return hopeless.contains(where: message.contains) ? .denied(message) : .lost(message)
    }

    /// The SQLSTATE, as in `FATAL:  28P01: password authentication failed`.
    private static func code(in message: String) -> String? {
        message.split(separator: " ").lazy
            .filter { $0.count == 6 && $0.last == ":" }
            .map { String($0.dropLast()) }
            .first { word in
                word.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
                    && word.utf8.contains { (48...57).contains($0) }
            }
    }
}
