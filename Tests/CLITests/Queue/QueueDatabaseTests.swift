import Testing

@testable import CLI

struct QueueDatabaseTests {
    private func database(_ url: String?, _ environment: [String: String] = [:]) throws(Complaint) -> QueueDatabase {
        try QueueDatabase(url, environment: environment) { () throws(Complaint) in "/state" }
    }

    @Test func `a URL goes before the environment, and that before the state directory`() throws {
        let environment = ["ASSAY_DATABASE": "sqlite:/environment.db"]
        #expect(try database("sqlite:/option.db", environment).place == .file("/option.db"))
        #expect(try database(nil, environment).place == .file("/environment.db"))
        #expect(try database(nil, ["ASSAY_DATABASE": ""]).place == .file("/state/queue.db"))
    }

    @Test(arguments: ["postgresql://host/name", "postgres:///name?sslmode=require"])
    func `PostgreSQL's URLs mean a server`(url: String) throws {
        #expect(try database(url).place == .server(url))
    }

    @Test(arguments: ["mysql://user:secret@host/x", "sqlite:", "/tmp/queue.db", "secret", "sqlite:a\u{0}b"])
    func `what is no queue is refused, and no password is repeated`(url: String) {
        #expect {
            _ = try database(url)
        } throws: { error in
            guard let complaint = error as? Complaint else { return false }
            return complaint.exitCode == .badInput && !complaint.message.contains("secret")
        }
    }
}
