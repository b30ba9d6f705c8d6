import Glibc
import Linux
import QueueTesting
import Queueing
import SQLiteQueue
import Testing

@Suite struct DamageTests {
    @Test(arguments: ["this is no database, and never was one", String(repeating: "SQLite format 3\0", count: 300)])
    func `a file that is no database is told in one line, and left as it is`(text: String) throws {
        let database = try ScratchDatabase()
        try HostFile.replace(database.path, with: Array(text.utf8))
        let error = try #require(throws: QueueError.self) { try database.open() }
        #expect(error.description.contains(database.path) && !error.description.contains("\n"))
        guard case .damaged = error else {
            Issue.record("\(error)")
            return
        }
        #expect(try HostFile.read(database.path) == Array(text.utf8))
    }

    @Test func `another program's database is told, and left as it is`() throws {
        let database = try ScratchDatabase()
        try database.open().execute("PRAGMA application_id = 42")
        let error = try #require(throws: QueueError.self) { try database.open() }
        #expect(error.description.contains("another program"))
    }

    @Test func `a damaged page is told when it is met, and never as a wrong answer`() throws {
        let database = try ScratchDatabase()
        do {
            let queue = try database.open()
            _ = try queue.enqueue(Array(repeating: newJob(queue), count: 300))
            try queue.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        }
        var bytes = try HostFile.read(database.path)
        for page in 1..<bytes.count / 4096 {
            for place in 0..<4096 { bytes[page * 4096 + place] = 0xa5 }
        }
        try HostFile.replace(database.path, with: bytes)
        let error = try #require(throws: QueueError.self) {
            let queue = try database.open()
            _ = try queue.list(JobFilter(), after: nil, limit: 1000)
        }
        guard case .damaged = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func `a file that was moved away is neither read nor written to, until it is back`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        let new = try newJob(queue)
        let first = try queue.enqueue(new).id
        #expect(rename(database.path, database.path + ".away") == 0)
        for attempt in [{ _ = try queue.enqueue(new) }, { _ = try queue.job(first) }] as [() throws -> Void] {
            let error = try #require(throws: QueueError.self) { try attempt() }
            guard case .denied(database.path, let detail) = error, detail.contains("moved or removed") else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(rename(database.path + ".away", database.path) == 0)
        #expect(try queue.job(first)?.state == .queued)
        #expect(try queue.enqueue(new).isNew)
        #expect(try queue.list(JobFilter(), after: nil, limit: 9).jobs.count == 2)
    }

    @Test func `a full disk is told, loses nothing that was acknowledged, and is over when there is room`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        let new = try newJob(queue)
        let pages = 400
        try queue.execute("PRAGMA max_page_count = \(pages)")
        var acknowledged: [JobID] = []
        let error = try #require(throws: QueueError.self) {
            while true { acknowledged += try queue.enqueue(Array(repeating: new, count: 10)).map(\.id) }
        }
        #expect(error == .diskFull(database: database.path) && error.isTransient)
        #expect(acknowledged.count > 100)
        let reopened = try database.open()
        let areThere = try acknowledged.allSatisfy { try reopened.job($0) != nil }
        #expect(areThere)
        #expect(try reopened.statistics().count(.queued) == acknowledged.count)
        try queue.execute("PRAGMA max_page_count = 1000000")
        #expect(try queue.enqueue(new).isNew)
    }

    @Test func `a database that cannot be written to is told in one line`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        let new = try newJob(queue)
        try queue.execute("PRAGMA query_only = ON")
        let error = try #require(throws: QueueError.self) { try queue.enqueue(new) }
        #expect(error == .readOnly(database: database.path))
    }

    @Test func `what goes wrong in the database is told without its statements`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        let new = try newJob(queue)
        try queue.execute("DROP TABLE event")
        let calls: [() throws -> Void] = [
            { try queue.execute("INSERT INTO nothing VALUES ('secret')") }, { _ = try queue.enqueue(new) },
        ]
        for call in calls {
            let error = try #require(throws: QueueError.self) { try call() }
            #expect(error.description.contains("could not change \(database.path)"), "\(error)")
            #expect(!error.description.contains("INSERT") && !error.description.contains("secret"), "\(error)")
        }
    }

    @Test func `a place where no database can be is told in one line`() throws {
        for path in ["/nowhere/at/all/queue.db", "/tmp"] {
            let error = try #require(throws: QueueError.self) { try SQLiteQueue(path: path) }
            #expect(error.description.contains(path) && !error.description.contains("\n"))
        }
    }

    @Test func `nobody else can read the database`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        _ = try queue.put([1])
        for file in ["", "-wal", "-shm"] {
            #expect(try Descriptor.open(database.path + file).status().st_mode & 0o077 == 0, "\(file)")
        }
    }

    @Test func `a job that cannot be read is given up, and others are given out`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        let ids = try queue.enqueue([newJob(queue), newJob(queue)]).map(\.id)
        try queue.execute("UPDATE job SET request = 'x' WHERE number = 1")
        let worker = WorkerRecord(name: "w", host: "h", process: 1, slots: 2, labels: [], state: .ready)
        try queue.register(worker)
        #expect(try queue.lease(2, for: worker.id, labels: []).map(\.job.id) == [ids[1]])
        #expect(try queue.events(of: ids[0], after: 0, limit: 9).map(\.kind) == [.queued, .dead])
    }
}
