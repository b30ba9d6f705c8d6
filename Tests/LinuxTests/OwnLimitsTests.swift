import Glibc
import Linux
import Testing

/// In processes of their own: limits are a process's.
@Suite struct OwnLimitsTests {
    @Test func `limits are raised to the hard ones, but for the stack, by which the kernel lays out memory`() async {
        await #expect(processExitsWith: .success) {
            try Self.lower(RLIMIT_FSIZE, to: 1 << 20)
            try Self.lower(RLIMIT_STACK, to: 4 << 20)
            try Self.lower(RLIMIT_NOFILE, to: 256)
            OwnLimits.raise()
            let size = try #require(ResourceLimit(named: "fsize"))
            #expect(size.soft == size.hard)
            #expect(ResourceLimit(named: "stack")?.soft == 4 << 20)
            let files = try #require(ResourceLimit(named: "nofile"))
            #expect(files.soft == min(1 << 16, files.hard ?? .max))
        }
    }

    @Test func `the host's tools get the limits that were found, the soft and the hard ones`() async {
        await #expect(processExitsWith: .success) {
            try Self.lower(RLIMIT_FSIZE, to: 1 << 20)
            try Self.lower(RLIMIT_NOFILE, to: 256)
            let before = try Self.limitsOfTool()
            OwnLimits.raise()
            // Twice changes nothing about what was found.
            OwnLimits.raise()
            #expect(try Self.limitsOfTool() == before)
            #expect(ResourceLimit(named: "nofile")?.soft != 256)
        }
    }

    private static func lower(_ resource: __rlimit_resource_t, to value: rlim_t) throws {
        var limit = rlimit()
        try #require(getrlimit(resource, &limit) == 0)
        limit.rlim_cur = value
        try #require(setrlimit(resource, &limit) == 0)
    }

    private static func limitsOfTool() throws -> String {
        var text: [UInt8] = []
        let call = HostTool.Call("/bin/cat", ["cat", "/proc/self/limits"], environment: ["PATH=/usr/bin:/bin"])
        let end = try HostTool.run(call) { text += $0 }
        try #require(end == .exited(0))
        return String(decoding: text, as: UTF8.self)
    }
}
