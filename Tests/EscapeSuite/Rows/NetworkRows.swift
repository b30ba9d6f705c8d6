import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that want to talk to somebody outside.
    static let network: [HostileProgram] = [
        HostileProgram("Network/sockets", meets: .says("refused EACCES 322")),
        HostileProgram("Network/pairs", meets: .says("refused EACCES 450, pairs 4")),
        HostileProgram(
            "Network/by_name",
            ["escape-canary"],
            meets: .says(
                "canary refused ECONNREFUSED",
                "canary refused ECONNREFUSED",
                "canary refused EACCES",
                "canary refused EACCES",
                "journal refused ENOENT",
                "journal refused ENOENT",
                "journal refused EACCES",
                "journal refused EACCES",
                "log refused ENOENT",
                "log refused ENOENT",
                "log refused EACCES",
                "log refused EACCES",
                "docker refused ENOENT",
                "docker refused ENOENT",
                "docker refused EACCES",
                "docker refused EACCES"
            )
        ),
        HostileProgram("Network/interfaces", meets: .says("?")),
        HostileProgram("Network/tables", meets: .says("?")),
        HostileProgram(
            "Network/credentials",
            meets: .says(
                "init refused EPERM",
                "root refused EPERM",
                "buffer refused EPERM",
                "mark refused EPERM",
                "debug refused EACCES",
                "filter refused EPERM"
            )
        ),
    ]
}
