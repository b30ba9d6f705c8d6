import CLI
import Testing

@Suite struct TableTests {
    private static let host = HostTable([
        .init(name: "user namespaces", state: .ok, found: "allowed"),
        .init(name: "memory cgroup", state: .missing, found: "not delegated", mend: "run as root"),
        .init(name: "Landlock", state: .optional, found: "", mend: "a kernel from 5.13 on"),
    ])

    @Test func `shows what a host lacks and how to get it`() {
        let expected = """
            user namespaces  ok        allowed
            memory cgroup    missing   not delegated
                                       → run as root
            Landlock         optional
                                       → a kernel from 5.13 on

            this host cannot judge
            """
        #expect(Self.host.lines(columns: 80, style: TextStyle(hasColour: false)).joined(separator: "\n") == expected)
        #expect(!Self.host.ok)
    }

    @Test func `takes a host that lacks only what is optional as fine`() {
        let table = HostTable([.init(name: "Landlock", state: .optional, found: "none")])
        #expect(table.ok)
        #expect(table.lines(columns: 80, style: TextStyle(hasColour: false)).last == "this host can judge")
    }

    @Test func `tells a host in JSON`() throws {
        #expect(
            String(decoding: try JSONLine.bytes(of: Self.host), as: UTF8.self).hasPrefix(
                #"{"findings":[{"found":"allowed","mend":null,"name":"user namespaces","state":"ok"},"#
            )
        )
    }

    @Test func `marks states with colours only where there are colours`() {
        #expect(TextStyle(hasColour: true).mark("ok", .good) == "\u{1B}[32mok\u{1B}[0m")
        #expect(TextStyle(hasColour: false).mark("ok", .good) == "ok")
    }
}
