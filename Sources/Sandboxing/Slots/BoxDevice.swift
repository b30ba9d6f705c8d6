package import Linux

/// A device node of every box: the host's own, since none can be made in a user namespace.
package struct BoxDevice: Hashable, Sendable {
    /// Where it is, on the host and in the box.
    package let path: String
    /// The driver behind it (null(4), full(4), random(4)).
    package let number: HostDevice

    private init(_ path: String, _ number: HostDevice) {
        self.path = path
        self.number = number
    }

    /// Those that every box has.
    package static let all = [
        BoxDevice("/dev/null", HostDevice(major: 1, minor: 3)),
        BoxDevice("/dev/zero", HostDevice(major: 1, minor: 5)),
        BoxDevice("/dev/full", HostDevice(major: 1, minor: 7)),
        BoxDevice("/dev/random", HostDevice(major: 1, minor: 8)),
        BoxDevice("/dev/urandom", HostDevice(major: 1, minor: 9)),
    ]

    /// What is wrong with the host's file, which is at `place`; nil when it is this device.
    ///
    /// A plain file in its place, as careless tools leave it, would show the boxes what others wrote into it.
    package func offence(at place: String) -> String? {
        guard let kind = HostDirectory.kind(of: place) else { return "there is no such file or directory" }
        let found = HostDevice(character: place)
        guard found != number else { return nil }
        let what =
            switch (found, kind) {
            case (let found?, _): "it is the device \(found)"
            case (nil, .file): "it is a plain file"
            case (nil, .directory): "it is a directory"
            case (nil, _): "it is no character device"
            }
        let mend = "rm -r \(path) && mknod -m 666 \(path) c \(number.major) \(number.minor)"
        return "\(what) and should be the device \(number); as root: \(mend)"
    }
}
