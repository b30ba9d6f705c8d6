import Glibc
import Linux
import Testing

extension BrokenMachinery.ExhaustionTests {
    /// A resource limit that somebody has who starts `assay`, far below what a program is to have.
    struct OwnLimit: Sendable, CustomTestStringConvertible {
        /// What `limits.conf`(5) calls it.
        let name: String
        /// The option of the shell's `ulimit`, and its value.
        let option: Character
        let value: Int

        var testDescription: String { name }
    }

    static let ownLimits = [
        OwnLimit(name: "stack", option: "s", value: 8192), OwnLimit(name: "cpu", option: "t", value: 6),
        OwnLimit(name: "data", option: "d", value: 4_000_000), OwnLimit(name: "as", option: "v", value: 16_000_000),
        OwnLimit(name: "fsize", option: "f", value: 4000), OwnLimit(name: "nofile", option: "n", value: 300),
    ]

    /// With that capability no limit is too low to be raised.
    static let mayRaiseLimits: Bool = {
        let lines = HostProcess.statusLines()
        let text = lines.first { $0.hasPrefix("CapEff:") }?.split(separator: "\t").last ?? "0"
        return (UInt64(text, radix: 16) ?? 0) & 1 << 24 != 0
    }()

    @Test(arguments: ownLimits)
    func `a hard limit of the caller's that programs cannot live with is told, and blames no program`(
        _ limit: OwnLimit
    ) async throws {
        let assay = try await Self.assay("limit-\(limit.name)")
        let result = try await Workshop.blocking {
            try assay.shell("ulimit -\(limit.option) \(limit.value) && exec \"$1\" run \"$2\"")
        }
        if Self.mayRaiseLimits {
            #expect(result.isRight, "\(result)")
            return
        }
        #expect(result.isClear && result.code == 3, "\(result)")
        #expect(result.error.contains("could not give a program its limit \(limit.name)"), "\(result)")
        #expect(result.error.contains("prlimit --\(limit.name)="), "\(result)")
        let doctor = try await Workshop.blocking {
            try assay.shell("ulimit -\(limit.option) \(limit.value) && exec \"$1\" doctor --json")
        }
        #expect(doctor.code == 3 && doctor.output.contains(#""key":"ulimits","#), "\(doctor)")
        #expect(doctor.output.contains("which is refused: \(limit.name) "), "\(doctor)")
    }

    @Test(arguments: ownLimits)
    func `a soft limit of the caller's is raised, and programs do not see it`(_ limit: OwnLimit) async throws {
        let assay = try await Self.assay("soft-\(limit.name)")
        let result = try await Workshop.blocking {
            try assay.shell("ulimit -S\(limit.option) \(limit.value) && exec \"$1\" run \"$2\"")
        }
        #expect(result.isRight, "\(result)")
    }

    @Test func `whoever allows no core files judges all the same, unless a program of the host's would get them`()
        async throws
    {
        let assay = try await Self.assay("limit-core")
        let result = try await Workshop.blocking { try assay.shell("ulimit -c 0 && exec \"$1\" run \"$2\"") }
        let handler = try KernelText.read("/proc/sys/kernel/core_pattern").first == UInt8(ascii: "|")
        if Self.mayRaiseLimits || !handler {
            #expect(result.isRight, "\(result)")
        } else {
            #expect(result.isClear && result.code == 3 && result.error.contains("its limit core"), "\(result)")
        }
    }
}

/// What the kernel says about this process.
private enum HostProcess {
    static func statusLines() -> [Substring] {
        String(decoding: (try? KernelText.read("/proc/self/status")) ?? [], as: UTF8.self).split(separator: "\n")
    }
}
