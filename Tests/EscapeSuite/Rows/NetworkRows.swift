import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that want to talk to somebody outside.
    static let network: [HostileProgram] = [
        HostileProgram("Network/sockets", meets: .says("refused EACCES 322")),
        HostileProgram("Network/pairs", meets: .says("refused EACCES 450, pairs 4")),
        HostileProgram(
            "Network/out_of_band",
            meets: .says(
                "send refused EOPNOTSUPP",
                "send with others refused EOPNOTSUPP",
                "receive refused EOPNOTSUPP",
                "peek refused EOPNOTSUPP",
                "send message refused EACCES",
                "receive message refused EACCES",
                "in band 1"
            )
        ),
        HostileProgram(
            "Network/by_name",
            ["escape-canary"],
            meets: .says(
                "canary refused ECONNREFUSED",
                "canary refused EACCES",
                "canary refused EACCES",
                "canary refused EACCES",
                "journal refused ENOENT",
                "journal refused EACCES",
                "journal refused EACCES",
                "journal refused EACCES",
                "log refused ENOENT",
                "log refused EACCES",
                "log refused EACCES",
                "log refused EACCES",
                "docker refused ENOENT",
                "docker refused EACCES",
                "docker refused EACCES",
                "docker refused EACCES"
            )
        ),
        HostileProgram(
            "Network/interfaces",
            meets: .says(
                "devices that are up 0",
                "lo is down",
                "up refused ENOTTY",
                "new name refused ENOTTY",
                "bridge refused ENOTTY",
                "network's namespace refused ENOTTY"
            )
        ),
        HostileProgram(
            "Network/tables",
            meets: .says("unix 0", "tcp 1", "tcp6 1", "udp 1", "raw 1", "route 0", "arp 1", "packet 1")
        ),
        HostileProgram(
            "Network/credentials",
            meets: .says(
                "init refused EACCES",
                "root refused EACCES",
                "buffer refused EACCES",
                "mark refused EACCES",
                "debug refused EACCES",
                "filter refused EACCES"
            )
        ),
    ]
}
