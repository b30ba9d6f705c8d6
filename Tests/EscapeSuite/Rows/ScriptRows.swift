import Core
import SandboxTesting

extension Row {
    /// Programs in the languages that are offered, each run as a submission is.
    static let scripts: [Row] =
        rows(.network, HostileScript.network)
        + rows(.processes, HostileScript.processes)
        + rows(.systemCalls, HostileScript.systemCalls)
        + rows(.files, HostileScript.files)
        + rows(.memory, HostileScript.memory)
        + rows(.time, HostileScript.time)
        + rows(.output, HostileScript.output)
        + rows(.crossRun, HostileScript.crossRun)
        + rows(.sideDoors, HostileScript.sideDoors)

    private static func rows(_ kind: RowClass, _ scripts: [HostileScript]) -> [Row] {
        scripts.map { Row($0, as: kind) }
    }
}

extension HostileScript {
    static let network = [
        HostileScript(
            "Network/connect.py",
            ["{port}"],
            meets: .says(
                "loopback PermissionError 13",
                "loopback 6 PermissionError 13",
                "metadata URLError 13",
                "database PermissionError 13",
                "datagram PermissionError 13",
                "raw PermissionError 13",
                "packet PermissionError 13",
                "netlink PermissionError 13",
                "machine PermissionError 13",
                "ciphers PermissionError 13",
                "by name PermissionError 13",
                "listen PermissionError 13",
                "loop PermissionError 13"
            )
        ),
        HostileScript(
            "Network/connect.js",
            ["{port}"],
            meets: .says("datagram EACCES", "listen EACCES", "loopback EACCES", "metadata EACCES", "path EACCES")
        ),
        HostileScript(
            "Network/Connect.java",
            ["{port}"],
            meets: .says(
                "loopback SocketException",
                "channel BindException",
                "metadata SocketException",
                "listen SocketException",
                "datagram BindException",
                "devices SocketException"
            )
        ),
        HostileScript(
            "Network/connect.go",
            ["{port}"],
            meets: .says(
                "loopback permission denied",
                "metadata permission denied",
                "listen permission denied",
                "datagram permission denied",
                "path permission denied",
                "netlink permission denied"
            )
        ),
        HostileScript(
            "Network/connect.pl",
            ["{port}"],
            meets: .says("loopback EACCES", "metadata EACCES", "listen EACCES", "raw EACCES")
        ),
        HostileScript("Network/connect.sh", ["{port}"], meets: .says("refused", "refused", "refused", "done")),
        HostileScript(
            "Network/connect.rb",
            ["{port}"],
            meets: .says(
                "loopback Errno::EACCES",
                "metadata Errno::EACCES",
                "listen Errno::EACCES",
                "datagram Errno::EACCES",
                "path Errno::EACCES"
            )
        ),
        HostileScript(
            "Network/connect.rs",
            ["{port}"],
            meets: .says(
                "loopback PermissionDenied",
                "metadata PermissionDenied",
                "listen PermissionDenied",
                "datagram PermissionDenied",
                "path PermissionDenied"
            )
        ),
        HostileScript(
            "Network/connect.php",
            ["{port}"],
            meets: .says("loopback refused", "metadata refused", "listen refused", "path refused", "datagram refused")
        ),
    ]

    static let processes = [
        HostileScript("Processes/bomb.sh", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript("Processes/bomb.py", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript("Processes/bomb.pl", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript(
            "Processes/Threads.java",
            // Java says of every thread that there can be none, at some expense.
            limits: .script.with {
                $0.cpuTime = .seconds(60)
                $0.output = .kibibytes(64)
            },
            meets: .isStopped(.output, saying: nil)
        ),
        HostileScript("Processes/Hook.java", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript("Processes/kill_all.py", meets: .says("gone 3 reached 0 parent 1")),
        HostileScript("Processes/daemon.py", meets: .says("main done")),
        HostileScript("Processes/stop_parent.pl", meets: .says("stopped 0")),
    ]

    static let systemCalls = [
        HostileScript("SystemCalls/mount.py", meets: .isForbidden("mount", saying: "mounting\n")),
        HostileScript("SystemCalls/trace.py", meets: .isForbidden("ptrace", saying: "tracing\n")),
        HostileScript("SystemCalls/unshare.pl", meets: .isForbidden("unshare", saying: "unsharing\n")),
        HostileScript("SystemCalls/keys.rb", meets: .isForbidden("add_key", saying: "adding\n")),
        HostileScript("SystemCalls/mount.go", meets: .isForbidden("mount", saying: "mounting\n")),
        HostileScript("SystemCalls/reboot.rs", meets: .isForbidden("reboot", saying: "restarting\n")),
    ]

    static let files = [
        HostileScript("Files/open_everything.py", meets: .says("reached []")),
        HostileScript("Files/links.sh", meets: .says("/tmp", "done")),
        HostileScript(
            "Files/Escape.java",
            meets: .says(
                "read NoSuchFileException",
                "another program ended with 1",
                "init NoSuchFileException",
                "manager false",
                "memory its own",
                "write FileSystemException",
                "link NoSuchFileException",
                "processes 1 false"
            )
        ),
    ]

    static let memory = [
        HostileScript("Memory/hog.py", meets: .isStopped(.memory)),
        HostileScript("Memory/hog.js", meets: .isStopped(.memory)),
        HostileScript("Memory/hog.pl", meets: .isStopped(.memory)),
        HostileScript("Memory/hog.rb", meets: .isStopped(.memory)),
        HostileScript("Memory/hog.go", meets: .isStopped(.memory)),
        HostileScript("Memory/hog.sh", meets: .isStopped(.memory)),
        HostileScript("Memory/Hog.java", meets: .exits(3, saying: "")),
    ]

    static let time = [
        HostileScript("Time/spin.py", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript("Time/spin.sh", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript("Time/spin.js", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript("Time/Spin.java", limits: .briefScript, meets: .isStopped(.cpuTime)),
        HostileScript("Time/sleep.js", limits: .shortScript, meets: .isStopped(.wallTime)),
        HostileScript("Time/backtrack.pl", limits: .briefScript, meets: .isStopped(.cpuTime)),
    ]

    static let output = [
        HostileScript("Output/flood.py", meets: .isStopped(.output, saying: nil)),
        HostileScript("Output/flood.js", meets: .isStopped(.output, saying: nil)),
        HostileScript("Output/flood.sh", meets: .isStopped(.output, saying: nil)),
        HostileScript("Output/Flood.java", meets: .isStopped(.output, saying: nil)),
    ]

    static let crossRun = [
        HostileScript("CrossRun/caches.py", variant: "first", meets: .says("found [] made 3")),
        HostileScript("CrossRun/caches.py", variant: "second", meets: .says("found [] made 3")),
        HostileScript(
            "CrossRun/watch.js",
            meets: .says(
                "/usr/bin EPERM",
                "/usr/lib EPERM",
                "node EPERM",
                "/dev/null EPERM",
                "/proc EPERM",
                "/tmp EPERM"
            )
        ),
    ]

    static let sideDoors = [
        HostileScript(
            "SideDoors/environment.py",
            meets: .says("['HOME', 'LANG', 'ONLINE_JUDGE', 'PATH', 'PWD', 'TMPDIR', 'USER']", "secrets 0")
        )
    ]
}
