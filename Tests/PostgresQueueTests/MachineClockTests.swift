import Linux
import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// A machine's clock that stands still until it is told to go on, or is set.
private struct TrialClock: MachineClock {
    let time = ManualQueueClock()
    func now() -> Timestamp { time.now() }
    var steadyMilliseconds: Int { time.steadyMilliseconds }
    var bootMilliseconds: Int { time.steadyMilliseconds }
}

@Suite(.timeLimit(.minutes(60))) struct MachineClockTests {
    private static func isLongerUp(than time: Duration, _ address: String) throws -> Bool {
        let session = try Session(ServerAddress(address), schema: "none", prepares: false)
        let age = "(extract(epoch FROM clock_timestamp() - pg_postmaster_start_time()) * 1000)::bigint"
        return try session.run("SELECT \(age)", []).first?.int(0) ?? 0 > time.inMilliseconds
    }

    @Test(arguments: [Duration.seconds(7200), .seconds(-7200)])
    func `a machine's clock that is set takes no job from anybody`(jump: Duration) throws {
        let test = try QueueUnderTest {
            $0.clock = SystemQueueClock()
            $0.lease = .seconds(3600)
        }
        func another(_ clock: any QueueClock, lease: Duration) throws -> PostgresQueue {
            var settings = test.queue.settings
            (settings.clock, settings.lease) = (clock, lease)
            return try PostgresQueue(test.address, settings: settings, postgres: test.queue.postgres)
        }
        let clock = TrialClock()
        let set = try another(clock, lease: .seconds(3600))
        // Leases are given their time again after the server was started: for these two that is over.
        let watchers = try [
            another(SystemQueueClock(), lease: .milliseconds(1)), another(clock, lease: .milliseconds(1)),
        ]
        while try !Self.isLongerUp(than: .milliseconds(1), test.address) {}
        let ids = try test.queue.enqueue([test.job(), test.job()]).map(\.id)
        let worker = try test.worker()
        _ = try test.leaseOne(worker)
        clock.time.jump(by: jump)
        let lease = try #require(try set.lease(1, for: worker, labels: []).first)
        for round in 0..<2 {
            for watcher in watchers {
                #expect(try watcher.lease(1, for: worker, labels: []).isEmpty)
                _ = try watcher.tidy()
            }
            #expect(try ids.map { try test.queue.job($0)?.state } == [.running, .running])
            // A heartbeat asks for the server's time anew.
            if round == 0 { #expect(try set.heartbeat(worker, [lease]) != [.lost]) }
        }
    }

    @Test func `who could not reach the server gives others the time of a lease to say that they live`() throws {
        let test = try QueueUnderTest {
            $0.clock = SystemQueueClock()
            $0.lease = .seconds(1800)
        }
        let port = try #require(test.address.split(separator: ":").last?.prefix { $0.isNumber })
        let proxy = try CuttingProxy(to: try #require(UInt16(port)))
        defer { proxy.close() }
        let clock = TrialClock()
        var settings = test.queue.settings
        (settings.clock, settings.lease) = (clock, .milliseconds(100))
        var postgres = test.queue.postgres
        (postgres.listening, postgres.patience) = (.polling, .seconds(86_400))
        let queue = try PostgresQueue(
            test.address.replacing(":\(port)/", with: ":\(proxy.port)/"),
            settings: settings,
            postgres: postgres
        )
        while try !Self.isLongerUp(than: .milliseconds(100), test.address) {}
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job()).id
        _ = try test.leaseOne(worker)

        proxy.shut()
        let found = Monitor<[Lease]??>(nil)
        try Thread.start {
            let leases = try? queue.lease(1, for: worker, labels: [])
            found.change { $0 = .some(leases) }
        }
        // An attempt knocks three times at most: by then one has failed, and the call has noted when.
        _ = proxy.refusals.wait(until: nil) { $0 >= 8 ? () : nil }
        clock.time.advance(by: .seconds(3600))
        proxy.open()
        // As that machine sees it, the lease has run out meanwhile.
        #expect(found.wait(until: nil) { $0 } == .some([]))
        #expect(try test.queue.job(id)?.state == .running)
        clock.time.advance(by: .milliseconds(101))
        _ = try queue.lease(1, for: worker, labels: [])
        #expect(try test.queue.job(id)?.attempts.map(\.ending) == [.lost])
    }
}
