import Linux
import Testing

struct CgroupMembershipTests {
    private let hybrid = """
        25 20 0:21 / /sys/fs/cgroup ro,nosuid - tmpfs tmpfs ro
        26 25 0:22 / /sys/fs/cgroup/unified rw,nosuid shared:9 - cgroup2 cgroup2 rw
        27 25 0:23 / /sys/fs/cgroup/memory rw,nosuid shared:10 - cgroup cgroup rw,memory
        28 25 0:24 / /sys/fs/cgroup/cpu,cpuacct rw,nosuid - cgroup cgroup rw,cpu,cpuacct
        29 25 0:25 / /sys/fs/cgroup/pids rw,nosuid - cgroup cgroup rw,pids
        """

    @Test func `a hybrid host has a place in each hierarchy`() {
        let own = CgroupMembership(
            membership: "8:pids:/user\n4:memory:/a/b\n2:cpu,cpuacct:/\n1:name=systemd:/x\n0::/scope\n",
            mountInfo: hybrid
        )
        #expect(own.unified == "/sys/fs/cgroup/unified/scope")
        #expect(
            own.v1 == [
                "pids": "/sys/fs/cgroup/pids/user", "memory": "/sys/fs/cgroup/memory/a/b",
                "cpu": "/sys/fs/cgroup/cpu,cpuacct", "cpuacct": "/sys/fs/cgroup/cpu,cpuacct",
            ]
        )
    }

    @Test func `a unified host has one place`() {
        let own = CgroupMembership(
            membership: "0::/user.slice/a:b\n",
            mountInfo: "30 25 0:26 / /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw,nsdelegate\n"
        )
        #expect(own.unified == "/sys/fs/cgroup/user.slice/a:b")
        #expect(own.v1.isEmpty)
    }

    @Test(arguments: [
        (path: "/docker/1", place: "/sys/fs/cgroup"), ("/docker/1/job", "/sys/fs/cgroup/job"), ("/docker/12", nil),
        ("/", nil),
    ])
    func `a mount that shows a part of the hierarchy leads to what is below it only`(path: String, place: String?) {
        let own = CgroupMembership(
            membership: "0::\(path)\n",
            mountInfo: "30 25 0:26 /docker/1 /sys/fs/cgroup ro - cgroup2 cgroup rw\n"
        )
        #expect(own.unified == place)
    }

    @Test func `what cannot be read is passed over`() {
        let own = CgroupMembership(membership: "nonsense\n\n0:\n", mountInfo: "1 2 3\n- - -\n")
        #expect(own.unified == nil)
        #expect(own.v1.isEmpty)
    }
}
