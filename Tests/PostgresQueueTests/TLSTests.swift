import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// A server that is reached by TLS only, with a certificate that an authority of the test's own has signed.
@Suite struct TLSTests {
    private static let server = Result { try PrivateServer(["fsync=off", "tls"]) }

    @Test func `a server whose certificate is verified is used`() throws {
        let test = try QueueUnderTest(Self.server.get())
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job()).id
        try test.queue.complete(test.leaseOne(worker), accepted)
        // Heard by TLS, too.
        #expect(try test.another().waitForEvents(of: id, after: 0, timeout: .seconds(60)))
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        #expect(
            try session.run("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", []).first?.flag(0) == true
        )
    }

    @Test(arguments: [
        ("ca.crt", "other.crt", "certificate verify failed"),
        ("@localhost", "@127.0.0.2", "does not match host name"),
        ("sslmode=verify-full", "sslmode=disable", "no encryption"),
        ("ca.crt", "missing.crt", "missing.crt"),
    ])
    func `any other is refused at once, in one line that says why`(part: String, other: String, why: String) throws {
        let url = try Self.server.get().url
        let changed = url.replacing(part, with: other)
        try #require(changed != url)
        do throws(QueueError) {
            // The server listens on 127.0.0.1 only: another name has to mean that address.
            _ = try PostgresQueue(other.hasPrefix("@") ? changed + "&hostaddr=127.0.0.1" : changed)
            Issue.record("it was let in")
        } catch {
            guard case .denied(_, let detail) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(detail.contains(why))
            #expect(!error.description.contains("\n"))
            let password = url.split(separator: ":")[2].prefix { $0 != "@" }
            #expect(!error.description.contains(password))
        }
    }
}
