internal import CPostgres
internal import Glibc

/// Where a database is: a `postgresql:` URL, or `name=value` pairs.
///
/// What is left out comes from the `PG*` variables, a service file and a password file, as with every program that uses
/// libpq; TLS is set there, too.
struct ServerAddress: Sendable {
    /// As it was given; it may have a password in it.
    let text: String
    /// What it is called where people read it.
    let name: String
    /// The timeout of a connection that was asked for.
    let timeoutSeconds: Int?

    /// - Throws: `denied` when it cannot be read, or there is no libpq.
    init(_ text: String) throws(PostgresFailure) {
        // Nothing of libpq is called before an address has been read.
        if let reason = postgres_load() {
            throw .denied(
                "the PostgreSQL client library cannot be loaded (\(String(cString: reason))); install it, as in"
                    + " apt-get install libpq5"
            )
        }
        var values: [String: String] = [:]
        // Of variables first, and then what is in the text itself.
        Self.collect(PQconndefaults(), into: &values)
        guard let options = PQconninfoParse(text, nil) else {
            // libpq's own message may repeat a part of a password.
            throw .denied("the address cannot be read; write postgresql://USER@HOST:PORT/DATABASE")
        }
        Self.collect(options, into: &values)
        self.text = text
        let host = values["host"] ?? values["hostaddr"] ?? "localhost"
        let port = values["port"].map { ":\($0)" } ?? ""
        let database = values["dbname"] ?? values["user"] ?? ""
        name = "postgresql://\(host)\(port)/\(database)"
        timeoutSeconds = values["connect_timeout"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Adds what is set, and frees the list.
    private static func collect(_ options: UnsafeMutablePointer<PQconninfoOption>?, into values: inout [String: String])
    {
        guard let options else { return }
        defer { PQconninfoFree(options) }
        var place = 0
        while let keyword = options[place].keyword {
            if let value = options[place].val { values[String(cString: keyword)] = String(cString: value) }
            place += 1
        }
    }
}
