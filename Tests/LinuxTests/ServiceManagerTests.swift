import Glibc
import Linux
import Testing

struct ServiceManagerTests {
    @Test func `what is told comes as one datagram`() throws {
        // In no directory: the name is gone with the socket.
        let name = "assay-test-\(UInt64.random(in: .min ... .max))"
        let receiver = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        #expect(receiver >= 0)
        defer { close(receiver) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            for (index, byte) in name.utf8.enumerated() { path[index + 1] = byte }
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(receiver, __CONST_SOCKADDR_ARG(__sockaddr__: $0), length)
            }
        }
        #expect(bound == 0)

        let manager = try #require(ServiceManager(environment: ["NOTIFY_SOCKET": "@" + name]))
        manager.tell("READY=1", "STATUS=fine")
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = recv(receiver, &buffer, buffer.count, CInt(MSG_DONTWAIT))
        #expect(count > 0)
        #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "READY=1\nSTATUS=fine")
    }

    @Test(arguments: [[:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "relative"]])
    func `without a socket there is nobody to tell`(environment: [String: String]) {
        #expect(ServiceManager(environment: environment) == nil)
    }

    @Test func `a watchdog is for the process that it names`() {
        let own = "\(getpid())"
        let socket = ["NOTIFY_SOCKET": "@x", "WATCHDOG_USEC": "3000000"]
        func watchdog(_ more: [String: String]) -> Duration? {
            ServiceManager(environment: socket.merging(more) { $1 })?.watchdog
        }
        #expect(watchdog([:]) == .seconds(3))
        #expect(watchdog(["WATCHDOG_PID": own]) == .seconds(3))
        #expect(watchdog(["WATCHDOG_PID": "1"]) == nil)
        #expect(watchdog(["WATCHDOG_USEC": "0"]) == nil)
    }
}
