internal import Glibc

/// Where this process is in each cgroup hierarchy, as directories of the host's file system (`cgroups`(7)).
public struct CgroupMembership: Hashable, Sendable {
    /// Our cgroup in the unified hierarchy; nil where that is not mounted.
    public var unified: String?
    /// Our cgroup in each v1 hierarchy, by controller.
    public var v1: [String: String]

    /// Our own, as `/proc` tells it.
    public static func current() throws(Errno) -> CgroupMembership {
        CgroupMembership(
            membership: String(decoding: try KernelText.read("/proc/self/cgroup"), as: UTF8.self),
            mountInfo: String(decoding: try KernelText.read("/proc/self/mountinfo"), as: UTF8.self)
        )
    }

    /// What these two files of `/proc/self` say.
    public init(membership: String, mountInfo: String) {
        unified = nil
        v1 = [:]
        let mounts = Self.mounts(mountInfo)
        for line in membership.split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            let path = String(fields[2])
            if fields[0] == "0" && fields[1].isEmpty {
                unified = mounts.first { $0.isUnified }.flatMap { $0.directory(of: path) }
                continue
            }
            for controller in fields[1].split(separator: ",") {
                let mount = mounts.first { !$0.isUnified && $0.options.contains(String(controller)) }
                if let directory = mount?.directory(of: path) { v1[String(controller)] = directory }
            }
        }
    }

    private struct Mount {
        var root: String
        var place: String
        var isUnified: Bool
        var options: [String]

        /// The directory of the cgroup `path`; nil when the mount does not show it.
        func directory(of path: String) -> String? {
            if root == "/" { return path == "/" ? place : place + path }
            guard path == root || path.hasPrefix(root + "/") else { return nil }
            return place + path.dropFirst(root.count)
        }
    }

    private static func mounts(_ mountInfo: String) -> [Mount] {
        mountInfo.split(separator: "\n").compactMap { line in
            // proc_pid_mountinfo(5): optional fields end with "-", then type, source and the file system's options.
            let fields = line.split(separator: " ")
            guard let dash = fields.firstIndex(of: "-"), dash >= 6, fields.count > dash + 3 else { return nil }
            let type = fields[dash + 1]
            guard type == "cgroup" || type == "cgroup2" else { return nil }
            return Mount(
                root: String(fields[3]),
                place: String(fields[4]),
                isUnified: type == "cgroup2",
                options: fields[dash + 3].split(separator: ",").map(String.init)
            )
        }
    }
}
