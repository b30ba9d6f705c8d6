import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that want to talk to somebody outside.
    static let network: [HostileProgram] = [
        HostileProgram("Network/sockets", meets: .says("refused EACCES 322"))
    ]
}
