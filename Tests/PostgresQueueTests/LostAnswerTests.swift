import Queueing
import Testing

@testable import PostgresQueue

@Suite struct LostAnswerTests {
    @Test(arguments: 0..<12)
    func `what was not answered is done once, whichever answer was lost`(place: Int) throws {
        let test = try QueueUnderTest { $0.retries.firstDelay = .zero }
        let text = try #require(test.address.split(separator: ":").last?.prefix { $0.isNumber })
        let proxy = try CuttingProxy(to: try #require(UInt16(text)))
        defer { proxy.close() }
        let url = test.address.replacing(":\(text)/", with: ":\(proxy.port)/")
        var postgres = test.queue.postgres
        postgres.listening = .polling
        let queue = try PostgresQueue(url, settings: test.queue.settings, postgres: postgres)
        let worker = try test.worker()

        proxy.lose(after: place)
        let ids = try queue.enqueue([test.job(), test.job(key: "k")])
        // Enqueueing takes several answers; the first ones were lost for sure.
        if place < 3 { #expect(proxy.hasLost) }
        func expectLoss(_ answers: Int) {
            if place < answers { #expect(proxy.hasLost) }
        }
        #expect(ids.map(\.isNew) == [true, true])
        #expect(try test.queue.list(JobFilter(), after: nil, limit: 9).jobs.map(\.id) == ids.map(\.id).reversed())

        proxy.lose(after: place)
        let leases = try queue.lease(2, for: worker, labels: [])
        expectLoss(1)
        #expect(leases.map(\.job.id) == ids.map(\.id) && leases.map(\.attempt) == [1, 1])

        proxy.lose(after: place)
        try queue.record([Progress(.test, detail: [1])], under: leases[0])
        expectLoss(1)
        proxy.lose(after: place)
        try queue.complete(leases[0], accepted, after: [Progress(.test, detail: [2])])
        expectLoss(1)
        #expect(try test.kinds(ids[0].id) == [.queued, .started, .test, .test, .finished])

        proxy.lose(after: place)
        #expect(try queue.fail(leases[1], reason: "r", isFinal: true) == .dead(reason: "r"))
        expectLoss(5)
        proxy.lose(after: place)
        try queue.retry(ids[1].id)
        expectLoss(5)
        proxy.lose(after: place)
        #expect(try queue.cancel(ids[1].id) == .cancelled)
        expectLoss(4)
        #expect(try test.kinds(ids[1].id) == [.queued, .started, .dead, .queued, .cancelled])
        #expect(try test.queue.job(ids[1].id)?.attempts.map(\.ending) == [.failed])
    }
}
