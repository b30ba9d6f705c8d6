import Core
import Glibc
import Linux
import SandboxTesting
import Sandboxing
import Testing

@Suite struct HostLeaseTests {
    /// A directory for leases, and one that stands for the cgroup of a sandbox.
    private final class Place: Sendable {
        let leases: String
        let cgroup: String

        init() throws {
            let base = try ScratchDirectory.shared.get() + "/lease-\(Clock.nanoseconds)"
            leases = base + "/leases"
            cgroup = base + "/cgroup"
            try HostDirectory.make(cgroup)
        }

        func take(_ name: String, _ ids: HostIDChoice, slots: Int, pins: Bool = false) throws -> HostLease {
            try HostLease(
                HostLease.Wish(ids: ids, slots: slots, pinsSlots: pins, cgroups: [cgroup]),
                name: name,
                in: leases
            )
        }
    }

    private static let range = IDRange("1900000000:20")

    @Test func `two at once never have the same ids, and what was given back can be had again`() throws {
        let place = try Place()
        let range = try #require(Self.range)
        let first = try place.take("first", .own(range), slots: 2)
        let second = try place.take("second", .own(range), slots: 3)
        #expect(first.ids == .own(try #require(IDRange("1900000000:8"))))
        #expect(second.ids == .own(try #require(IDRange("1900000008:12"))))
        let error = #expect(throws: ExecutorFailure.self) { try place.take("third", .own(range), slots: 1) }
        #expect(error?.description.contains("1900000000:20 has not so many") == true)
        first.end()
        #expect(try place.take("third", .own(range), slots: 1).ids == .own(try #require(IDRange("1900000000:4"))))
        withExtendedLifetime(second) {}
    }

    @Test func `what a killed one had is free when nothing of it is left`() throws {
        let place = try Place()
        let range = try #require(Self.range)
        // Its owner forgets it without giving it back, as one that is killed.
        _ = try place.take("killed", .own(range), slots: 2)
        #expect(try place.take("next", .own(range), slots: 1).ids == .own(try #require(IDRange("1900000008:4"))))
        try #require(rmdir(place.cgroup) == 0)
        #expect(try place.take("after", .own(range), slots: 1).ids == .own(try #require(IDRange("1900000000:4"))))
        #expect(HostDirectory.kind(of: place.leases + "/killed") == nil)
    }

    @Test func `what cannot be read is not taken for free, and stays`() throws {
        let place = try Place()
        let range = try #require(Self.range)
        let odd = place.leases + "/odd"
        try HostDirectory.make(odd)
        let error = #expect(throws: ExecutorFailure.self) { try place.take("next", .own(range), slots: 1) }
        #expect(error?.description.contains("EISDIR") == true)
        #expect(HostDirectory.kind(of: odd) == .directory)
        try #require(rmdir(odd) == 0)
        #expect(try place.take("after", .own(range), slots: 1).ids == .own(try #require(IDRange("1900000000:4"))))
    }

    @Test func `users and groups of subordinate ids go together`() throws {
        let place = try Place()
        let choice = HostIDChoice.subordinate(
            users: try #require(IDRange("100000:100")),
            groups: try #require(IDRange("200000:100")),
            helpers: IDHelpers(users: "", groups: "")
        )
        // Somebody who takes them in another way: both are kept away from.
        let other = HostIDChoice.subordinate(
            users: try #require(IDRange("100000:4")),
            groups: try #require(IDRange("200002:4")),
            helpers: IDHelpers(users: "", groups: "")
        )
        let first = try place.take("first", other, slots: 2)
        let second = try place.take("second", choice, slots: 3)
        guard case .subordinate(let users, let groups, _) = second.ids else {
            Issue.record("\(second.ids)")
            return
        }
        #expect(users == IDRange("100006:6"))
        #expect(groups == IDRange("200006:6"))
        withExtendedLifetime(first) {}
    }

    @Test func `nothing is written where nothing is taken`() throws {
        let place = try Place()
        let lease = try place.take("single", .single(because: "so"), slots: 5)
        #expect(lease.ids == .single)
        #expect(HostDirectory.kind(of: place.leases) == nil)
    }

    @Test func `two at once are never bound to the same processor`() throws {
        let place = try Place()
        let all = ProcessorPlacement.current().candidates
        let first = try place.take("first", .single(because: "so"), slots: 1, pins: true)
        #expect(first.processors == Array(all.prefix(1)))
        let rest = all.count - 1
        if rest > 0 {
            let second = try place.take("second", .single(because: "so"), slots: rest, pins: true)
            #expect(second.processors == Array(all.dropFirst()))
            #expect(throws: ExecutorFailure.self) {
                try place.take("third", .single(because: "so"), slots: 1, pins: true)
            }
            withExtendedLifetime(second) {}
        }
        #expect(throws: ExecutorFailure.self) {
            try place.take("many", .single(because: "so"), slots: all.count + 1, pins: true)
        }
        withExtendedLifetime(first) {}
    }

    @Test func `of many who come at the same time each gets its own`() async throws {
        let place = try Place()
        let range = try #require(IDRange("1900000000:400"))
        let leases = try await withThrowingTaskGroup(of: HostLease.self) { group in
            for number in 0..<50 {
                group.addTask { try place.take("\(number)", .own(range), slots: 2) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(leases.map(\.ids)).count == 50)
    }
}
