internal import CSeccomp
internal import Glibc

/// The names and numbers of system calls on this architecture, as libseccomp knows them.
package enum SystemCallNames {
    /// What libseccomp knows of a name.
    package enum Resolution: Hashable, Sendable {
        /// The call has this number here.
        case number(Int)
        /// The call exists on other architectures only.
        case elsewhere
        /// No call of any architecture is called so, or it is newer than the library.
        case unknown
    }

    /// The name of the call with this number, or `system call N` when libseccomp does not know it.
    package static func name(of number: Int) -> String {
        guard let number = CInt(exactly: number),
            let name = seccomp_syscall_resolve_num_arch(UInt32(SCMP_ARCH_NATIVE), number)
        else { return "system call \(number)" }
        defer { free(name) }
        return String(cString: name)
    }

    /// The number of the call with this name.
    package static func resolve(_ name: String) -> Resolution {
        switch Int(seccomp_syscall_resolve_name_arch(UInt32(SCMP_ARCH_NATIVE), name)) {
        case let number where number >= 0: .number(number)
        // libseccomp gives a negative number of its own to a call that this architecture lacks.
        case let number where number != Int(__NR_SCMP_ERROR): .elsewhere
        default: .unknown
        }
    }
}
