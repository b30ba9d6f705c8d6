import Glibc
import Linux
import SandboxTesting
import Sandboxing
import Testing

/// What stands at the places of the devices that every box has.
@Suite struct BoxDeviceTests {
    @Test(arguments: BoxDevice.all)
    func `the host's own devices are what they should be`(device: BoxDevice) {
        #expect(device.offence(at: device.path) == nil)
    }

    @Test func `what is no such device is refused, with what to do`() throws {
        let directory = try ScratchDirectory.shared.get() + "/devices"
        try HostDirectory.make(directory + "/directory")
        try HostFile.replace(directory + "/file", with: Array("what somebody wrote".utf8))
        try #require(mkfifo(directory + "/pipe", 0o600) == 0)
        try #require(symlink("/dev/null", directory + "/link") == 0)
        let null = try #require(BoxDevice.all.first { $0.path == "/dev/null" })
        let mend = "and should be the device 1,3; as root: rm -r /dev/null && mknod -m 666 /dev/null c 1 3"
        #expect(null.offence(at: directory + "/file") == "it is a plain file " + mend)
        #expect(null.offence(at: directory + "/directory") == "it is a directory " + mend)
        #expect(null.offence(at: directory + "/pipe") == "it is no character device " + mend)
        #expect(null.offence(at: "/dev/zero") == "it is the device 1,5 " + mend)
        #expect(null.offence(at: directory + "/nothing") == "there is no such file or directory")
        #expect(null.offence(at: directory + "/link") == nil)
    }
}
