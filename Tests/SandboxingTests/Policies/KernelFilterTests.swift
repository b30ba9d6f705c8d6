import CLinux
import Glibc
import Sandboxing
import Testing

/// The delivered policies in a kernel: each in a process of its own, which ends with the number of the first step that
/// went otherwise.
@Suite struct KernelFilterTests {
    @Test(arguments: Families.all)
    func `a filtered process works, and hears no where it must`(family: String) async throws {
        let instructions = try Families.load(family).compile().instructions
        await #expect(processExitsWith: .success) { [instructions = instructions as [UInt64]] in
            guard FilteredProcess.install(instructions) >= 0 else { exit(1) }
            // What works
            guard getpid() > 0 else { exit(2) }
            var pair: [CInt] = [0, 0]
            guard socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0 else { exit(3) }
            guard write(pair[0], "x", 1) == 1, read(pair[1], &pair, 1) == 1 else { exit(4) }
            guard FilteredProcess.finishesThread() else { exit(5) }
            guard FilteredProcess.spawns("/bin/true") else { exit(6) }
            // What is refused, with its error
            guard socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0) == -1, errno == EACCES else { exit(7) }
            guard socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0) == -1, errno == EACCES else { exit(8) }
            guard socketpair(AF_INET, CInt(SOCK_STREAM.rawValue), 0, &pair) == -1, errno == EACCES else { exit(9) }
            guard FilteredProcess.call("clone3", 0, 0) == -ENOSYS else { exit(10) }
            guard FilteredProcess.call("io_uring_setup", 1, 0) == -ENOSYS else { exit(11) }
            var limit = rlimit(rlim_cur: 0, rlim_max: 0)
            guard setrlimit(__rlimit_resource_t(4), &limit) == -1, errno == EPERM else { exit(12) }
            guard getrlimit(__rlimit_resource_t(4), &limit) == 0 else { exit(13) }
            guard FilteredProcess.call("personality", 0x40_0000, 0) == -EPERM else { exit(14) }
            guard FilteredProcess.call("openat2", 0, 0) == -ENOSYS else { exit(15) }
            // What is not done and yet succeeds: otherwise there would be no descriptor -1
            guard fsync(-1) == 0, fdatasync(-1) == 0, syncfs(-1) == 0, readahead(-1, 0, 1) == 0 else { exit(16) }
            guard posix_fadvise(-1, 0, 1, CInt(POSIX_FADV_WILLNEED)) == 0 else { exit(17) }
            // What depends on an argument
            let page = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            guard page != MAP_FAILED, madvise(page, 4096, 4) == 0, madvise(page, 4096, 3) == 0 else { exit(19) }
            guard madvise(page, 4096, 12) == -1, errno == EINVAL else { exit(20) }
            guard mmap(nil, 1 << 21, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | 0x4_0000, -1, 0) == MAP_FAILED,
                errno == ENOMEM
            else { exit(21) }
            guard FilteredProcess.call("futex", 0, 6) == -ENOSYS else { exit(22) }
            guard FilteredProcess.call("membarrier", 1, 0) == -EINVAL else { exit(23) }
            guard FilteredProcess.call("membarrier", 0, 0) >= 0 else { exit(24) }
            guard linux_prctl(67, 1, 0, 0, 0) == -1, errno == EINVAL else { exit(25) }
            guard isatty(0) == 0, errno == ENOTTY else { exit(26) }
            guard msync(nil, 1, CInt(MS_SYNC)) == 0, msync(nil, 1, CInt(MS_ASYNC)) == -1 else { exit(18) }
            exit(0)
        }
    }

    @Test(arguments: ["chroot", "mount", "setns", "ptrace", "bpf", "keyctl"])
    func `a killed call is held until the supervisor has read its name`(name: String) async throws {
        // The process that is filtered here listens as well, which it does by an ioctl.
        let native = try Families.load("native")
        let number = try #require(try Families.number(of: "ioctl"))
        let decisions = native.decisions.merging([number: .allow]) { $1 }
        let listening = SystemCallPolicy(name: "listening", decisions: decisions, otherwise: native.otherwise)
        let instructions = listening.compile().instructions
        await #expect(processExitsWith: .success) { [instructions = instructions as [UInt64], name = name as String] in
            let listener = FilteredProcess.install(instructions)
            guard listener >= 0 else { exit(1) }
            FilteredProcess.inThread { _ = FilteredProcess.call(name, 0, 0) }
            let number = linux_seccomp_next_call(CInt(listener))
            exit(SystemCallNames.name(of: Int(number)) == name ? 0 : 2)
        }
    }

    @Test func `a killed call is not carried out when nobody listens`() async throws {
        let instructions = try Families.load("native").compile().instructions
        await #expect(processExitsWith: .success) { [instructions = instructions as [UInt64]] in
            let listener = FilteredProcess.install(instructions)
            guard listener >= 0, close(CInt(listener)) == 0 else { exit(1) }
            guard unshare(0x1000_0000) == -1, errno == ENOSYS else { exit(2) }
            guard chroot("/") == -1, errno == ENOSYS else { exit(3) }
            exit(0)
        }
    }

    #if arch(x86_64)
    @Test func `a call of x32 ends the process in the kernel`() async throws {
        let instructions = try Families.load("native").compile().instructions
        await #expect(processExitsWith: .signal(SIGSYS)) { [instructions = instructions as [UInt64]] in
            guard FilteredProcess.install(instructions) >= 0 else { exit(1) }
            _ = FilteredProcess.call(number: 0x4000_0027, 0, 0)
            exit(2)
        }
    }
    #endif
}

/// What a test does inside the process that it filters.
enum FilteredProcess {
    private typealias SystemCall = @convention(c) (CLong, UInt, UInt, UInt) -> CLong

    /// `syscall`(2), which is variadic and so hidden from Swift; on our architectures numbers are passed to a variadic
    /// function as to any other.
    private static let systemCall = dlsym(nil, "syscall").map { unsafeBitCast($0, to: SystemCall.self) }

    /// Filters the calling thread and its children as a box does; gives the listener, or the negative errno.
    static func install(_ instructions: [UInt64]) -> CLong {
        // PR_SET_NO_NEW_PRIVS
        guard linux_prctl(38, 1, 0, 0, 0) == 0 else { return CLong(-errno) }
        return instructions.withUnsafeBufferPointer { buffer in
            // struct sock_fprog
            let program: [UInt] = [UInt(buffer.count), UInt(bitPattern: buffer.baseAddress)]
            // SECCOMP_SET_MODE_FILTER with SECCOMP_FILTER_FLAG_NEW_LISTENER
            return program.withUnsafeBufferPointer { call("seccomp", 1, 8, UInt(bitPattern: $0.baseAddress)) }
        }
    }

    /// Makes a call; gives its result or the negative errno.
    static func call(_ name: String, _ first: UInt, _ second: UInt, _ third: UInt = 0) -> CLong {
        guard case .number(let number) = SystemCallNames.resolve(name) else { return CLong(-EINVAL) }
        return call(number: number, first, second, third)
    }

    static func call(number: Int, _ first: UInt, _ second: UInt, _ third: UInt = 0) -> CLong {
        guard let systemCall else { return CLong(-EINVAL) }
        let result = systemCall(number, first, second, third)
        return result == -1 ? CLong(-errno) : result
    }

    /// A thread that is waited for.
    static func finishesThread() -> Bool {
        guard let thread = inThread({}) else { return false }
        return pthread_join(thread, nil) == 0
    }

    /// Runs `body` in a thread that inherits the filter.
    @discardableResult
    static func inThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        final class Box {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Box(body))
        let result = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            },
            box.toOpaque()
        )
        return result == 0 ? thread : nil
    }

    /// A program that ends well.
    static func spawns(_ path: String) -> Bool {
        var pid = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
        defer { free(arguments[0]) }
        guard posix_spawn(&pid, path, nil, nil, &arguments, nil) == 0 else { return false }
        var status: CInt = 0
        return waitpid(pid, &status, 0) == pid && status == 0
    }
}
