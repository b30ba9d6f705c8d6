import CLI
import Core
import Testing

/// What `assay doctor` shows.
@Suite struct HostTableTests {
    private static let rows: [HostTable.Row] = [
        .init(key: "user", group: "host", name: "user", state: .ok, found: "root"),
        .init(
            key: "turbo",
            group: "times",
            name: "turbo",
            state: .degraded,
            found: "on",
            command: "echo 1 > /sys/turbo"
        ),
        .init(
            key: "cgroups",
            group: "times",
            name: "cgroups",
            state: .missing,
            found: "v2, and /sys/fs/cgroup/user.slice is not ours to write, whatever we do",
            mend: "start assay in a cgroup of its own (in a unit: Delegate=yes):",
            command: "systemd-run --user --scope -p Delegate=yes assay doctor"
        ),
    ]
    private static let trial = HostTable.Trial(
        mode: "root, cgroup v2",
        first: .milliseconds(21),
        next: .microseconds(1850)
    )

    private func text(_ table: HostTable, columns: Int, colour: Bool = false) -> String {
        table.lines(columns: columns, style: TextStyle(hasColour: colour)).joined(separator: "\n")
    }

    @Test func `shows each group, and what to do below what is not as it should be`() {
        let expected = """
            host
              ok        user     root

            times
              degraded  turbo    on
                                 $ echo 1 > /sys/turbo
              missing   cgroups  v2, and /sys/fs/cgroup/user.slice is not ours to
                                 write, whatever we do
                                 → start assay in a cgroup of its own (in a unit:
                                   Delegate=yes):
                                 $ systemd-run --user --scope -p Delegate=yes \\
                                   assay doctor

            this host cannot judge: 1 thing is missing; 1 thing could be better
            """
        #expect(text(HostTable(Self.rows), columns: 72) == expected)
    }

    @Test func `puts what was found below its name where there is little room`() {
        let expected = """
            host
              ok        user
                root

            times
              degraded  turbo
                on
                $ echo 1 > /sys/turbo
              missing   cgroups
                v2, and /sys/fs/cgroup/user.slice
                is not ours to write, whatever we
                do
                → start assay in a cgroup of its own
                  (in a unit: Delegate=yes):
                $ systemd-run --user --scope -p \\
                  Delegate=yes assay doctor

            this host cannot judge: 1 thing is
            missing; 1 thing could be better
            """
        #expect(text(HostTable(Self.rows), columns: 40) == expected)
    }

    @Test(arguments: [30, 40, 60, 80, 200])
    func `no line is longer than the terminal is wide, but for what cannot be parted`(columns: Int) {
        for line in HostTable(Self.rows).lines(columns: columns, style: TextStyle(hasColour: false)) {
            let words = line.split(separator: " ")
            let fits = TextWidth.columns(of: line) <= columns
            #expect(fits || words.contains { $0.utf8.count > columns / 2 }, "\(line)")
        }
    }

    @Test func `colours states and the conclusion, where there are colours`() {
        let shown = text(HostTable(Self.rows), columns: 80, colour: true)
        #expect(shown.contains("\u{1B}[32mok      \u{1B}[0m"))
        #expect(shown.contains("\u{1B}[33mdegraded\u{1B}[0m"))
        #expect(shown.contains("\u{1B}[31mmissing \u{1B}[0m"))
        #expect(shown.contains("\u{1B}[1mhost\u{1B}[0m"))
        #expect(shown.hasSuffix("could be better\u{1B}[0m"))
        #expect(!text(HostTable(Self.rows), columns: 80).contains("\u{1B}"))
    }

    @Test func `what is only degraded keeps nobody from judging`() {
        let table = HostTable(Array(Self.rows.prefix(2)), trial: Self.trial)
        #expect(table.ok)
        #expect(
            table.lines(columns: 80, style: TextStyle(hasColour: false)).last
                == "this host can judge; 1 thing could be better"
        )
        #expect(
            HostTable([Self.rows[0]]).lines(columns: 80, style: TextStyle(hasColour: false)).last
                == "this host can judge"
        )
    }

    @Test func `a box that could not be made is told when nothing else is missing`() {
        let box = HostTable.Row(
            key: "box",
            group: "trial",
            name: "a box",
            state: .missing,
            found: "it ended",
            mend: "see"
        )
        let lines = HostTable([Self.rows[0], box]).lines(columns: 80, style: TextStyle(hasColour: false))
        #expect(lines.last == "this host cannot judge: no box can be made")
    }

    @Test func `a path that could steer the terminal is written out`() {
        let row = HostTable.Row(
            key: "jailer",
            group: "installation",
            name: "jailer",
            state: .ok,
            found: "/a\u{1B}[31m/b"
        )
        #expect(text(HostTable([row]), columns: 80).contains("/a\\u{1b}[31m/b"))
    }

    @Test func `has every field in JSON`() throws {
        let table = HostTable(Array(Self.rows.prefix(2)), trial: Self.trial)
        let expected =
            #"{"findings":[{"command":null,"found":"root","group":"host","key":"user","mend":null,"name":"user","state":"ok"},"#
            + #"{"command":"echo 1 > /sys/turbo","found":"on","group":"times","key":"turbo","mend":"echo 1 > /sys/turbo","#
            + #""name":"turbo","state":"degraded"}],"mode":"root, cgroup v2","ok":true,"trial":{"first":0.021,"next":0.00185}}"#
        #expect(String(decoding: try JSONLine.bytes(of: table), as: UTF8.self) == expected + "\n")
        let none = String(decoding: try JSONLine.bytes(of: HostTable([])), as: UTF8.self)
        #expect(none == #"{"findings":[],"mode":null,"ok":true,"trial":null}"# + "\n")
    }

    /// The command, a width, and the lines.
    private static let commands: [(String, Int, [String])] = [
        ("echo 1 > /sys/turbo", 40, ["echo 1 > /sys/turbo"]),
        ("", 40, []),
        ("one two three four", 10, ["one two \\", "three \\", "four"]),
        ("printf 'a b c d e f g' | tee x", 12, ["printf \\", "'a b c d e f g' \\", "| tee x"]),
        (#"sh -c "a b c d e f g""#, 10, ["sh -c \\", #""a b c d e f g""#]),
    ]

    @Test(arguments: commands)
    func `a command is parted as a shell would put it together again`(command: String, width: Int, lines: [String]) {
        #expect(CommandLines.wrapped(command, width: width) == lines)
    }
}
