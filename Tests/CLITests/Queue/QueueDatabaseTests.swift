import Linux
import Queueing
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

    @Test(arguments: [("sqlite:/", "directory"), ("sqlite:/dev/null", "no regular file")])
    func `what cannot be a queue's file is refused before it is touched`(url: String, word: String) throws {
        let place = try database(url)
        #expect {
            _ = try place.open()
        } throws: { error in
            guard let complaint = error as? Complaint else { return false }
            return complaint.exitCode == .badInput && complaint.message.contains(word)
        }
        #expect(HostDirectory.kind(of: "/dev/null-journal") == nil)
    }

    @Test func `whoever only looks does not make the directory of a path with a slip`() throws {
        let scratch = try ScratchDirectory()
        let place = try database("sqlite:\(scratch.path)/slip/queue.db")
        #expect(throws: Complaint.self) { try place.open(makesDirectory: false) }
        #expect(try HostDirectory.names(in: scratch.path, limit: 10).isEmpty)
        #expect(try place.open().statistics().counts.isEmpty)
    }
}
