import Glibc
import Linux
import Testing

extension BrokenMachinery {
    /// What happens when there is no more of something: no room, no processes, no cgroups, no descriptors.
    ///
    /// One line says so, and what to do; nothing is left half-made, and with enough of it the same command works.
    @Suite
    struct ExhaustionTests {
        /// A file system that is too small for the state directory.
        struct Room: Sendable, CustomStringConvertible {
            var kibibytes = 65_536
            var inodes = 100_000
            var description: String { "\(kibibytes) KiB, \(inodes) inodes" }
        }

        private static let isRoot = geteuid() == 0

        /// Only root can mount one; for others there is nothing to try.
        static let rooms: [Room] =
            isRoot
            ? [4, 12, 64, 1024].map { Room(kibibytes: $0) }
                + [1, 3, 5, 6, 7, 8, 9, 10, 12].map { Room(inodes: $0) } : []

        @Test(arguments: rooms)
        func `a full state directory is told of, and is whole when there is room again`(_ room: Room) async throws {
            let assay = try await Self.assay("room-\(room.kibibytes)-\(room.inodes)")
            // In mount namespaces of their own: nobody else sees these file systems.
            let script = """
                mkdir -p "$5" && mount -t tmpfs -o size=$3k,nr_inodes=$4 none "$5" || exit 99
                export ASSAY_STATE="$5"
                "$1" run "$2" >"$6/output" 2>"$6/error"; echo $? >"$6/code"
                cp -a "$5" "$6/seen"
                mount -o remount,size=64m,nr_inodes=100000 "$5" || exit 98
                exec "$1" run "$2"
                """
            let directory = assay.directory
            let arguments = ["\(room.kibibytes)", "\(room.inodes)", directory + "/small", directory]
            let second = try await Workshop.blocking {
                try assay.run(
                    "/usr/bin/unshare",
                    ["-m", "/bin/sh", "-c", script, "sh", BuiltAssay.program, assay.source] + arguments
                )
            }
            let first = try Self.recorded(in: directory)
            #expect(first.isRight || first.isClear, "\(first)")
            #expect(first.isRight || first.error.contains("ASSAY_STATE"), "\(first.error)")
            let left = BuiltAssay.leftovers(in: directory + "/seen")
            #expect(left.isEmpty)
            #expect(second.isRight, "\(second)")
        }

        /// As root in a cgroup of its own; an ordinary user has a limit of his own.
        @Test(arguments: [1, 5, 17, 18, 100])
        func `a worker that may have no more processes says so at once`(_ limit: Int) async throws {
            let assay = try await Self.assay("processes-\(limit)")
            let cgroup = Self.isRoot ? try Self.makeCgroup(ofProcesses: limit) : nil
            defer { if let cgroup { CgroupTree.remove(cgroup) } }
            let script =
                cgroup.map { "echo 0 >\($0)/cgroup.procs && exec \"$1\" run \"$2\"" }
                ?? "ulimit -u \(limit) && exec \"$1\" run \"$2\""
            let result = try await Workshop.blocking { try assay.shell(script) }
            #expect(result.isClear, "\(result)")
            #expect(result.error.contains("pids.max"))
            #expect(BuiltAssay.leftovers(in: assay.state).isEmpty)
            guard let cgroup else { return }
            try Descriptor.open(cgroup + "/pids.max", O_WRONLY).set("max")
            #expect(try await Workshop.blocking { try assay.shell(script) }.isRight)
        }

        /// A cgroup below ours, with that limit of processes and threads.
        static func makeCgroup(ofProcesses limit: Int?) throws -> String {
            let membership = try CgroupMembership.current()
            let above = try #require(membership.v1["pids"] ?? membership.unified)
            // On v2 only the root cgroup can have processes and hand the controller out.
            if membership.v1["pids"] == nil {
                try Descriptor.open(above + "/cgroup.subtree_control", O_WRONLY).set("+pids +memory")
            }
            let cgroup = above + "/assay-test-\(getpid())"
            try HostWriting.makeDirectory(cgroup, mode: 0o755)
            if let limit { try Descriptor.open(cgroup + "/pids.max", O_WRONLY).set("\(limit)") }
            return cgroup
        }

        @Test(arguments: 0...3)
        func `a worker that may have no more cgroups says so, and removes those that it had`(_ limit: Int) async throws
        {
            let assay = try await Self.assay("cgroups-\(limit)")
            let unified = try #require(try CgroupMembership.current().unified)
            let cgroup = "\(unified)/assay-test-\(getpid())"
            try HostWriting.makeDirectory(cgroup, mode: 0o755)
            defer { CgroupTree.remove(cgroup) }
            let controls = (try? KernelText.read(unified + "/cgroup.subtree_control")) ?? []
            // On v2 the worker needs one more, for itself, and the test cannot go there but from the root.
            let isHybrid = !String(decoding: controls, as: UTF8.self).contains("memory")
            try Descriptor.open(cgroup + "/cgroup.max.descendants", O_WRONLY).set("\(limit)")
            let script = "echo 0 >\(cgroup)/cgroup.procs && exec \"$1\" run \"$2\""
            let result = try await Workshop.blocking { try assay.shell(script) }
            #expect(result.isClear, "\(result)")
            if isHybrid { #expect(result.error.contains("cgroup.max.descendants"), "\(result.error)") }
            #expect(HostDirectory.subdirectories(of: cgroup).isEmpty)
            #expect(BuiltAssay.leftovers(in: assay.state).isEmpty)
            try Descriptor.open(cgroup + "/cgroup.max.descendants", O_WRONLY).set("max")
            #expect(try await Workshop.blocking { try assay.shell(script) }.isRight)
        }

        @Test(arguments: [8, 64, 255])
        func `a worker that may open no more files says so at once`(_ limit: Int) async throws {
            let assay = try await Self.assay("files-\(limit)")
            let result = try await Workshop.blocking { try assay.shell("ulimit -n \(limit) && exec \"$1\" run \"$2\"") }
            if Self.mayRaiseLimits {
                #expect(result.isRight, "\(result)")
            } else {
                #expect(result.isClear, "\(result)")
                #expect(result.error.contains("ulimit -n"))
            }
            // A limit that it may raise itself is none.
            let raised = try await Workshop.blocking {
                try assay.shell("ulimit -Sn \(limit) && exec \"$1\" run \"$2\"")
            }
            #expect(raised.isRight, "\(raised)")
        }

        static func assay(_ name: String) async throws -> BuiltAssay {
            try await Workshop.blocking { try BuiltAssay(in: Workshop.shared.get().directory + "/" + name) }
        }

        private static func recorded(in directory: String) throws -> BuiltAssay.Result {
            func text(_ name: String) throws -> String {
                String(decoding: try HostFile.read(directory + "/" + name), as: UTF8.self)
            }
            return BuiltAssay.Result(
                code: Int(try text("code").prefix { $0.isNumber }) ?? -1,
                output: try text("output"),
                error: try text("error")
            )
        }
    }
}
