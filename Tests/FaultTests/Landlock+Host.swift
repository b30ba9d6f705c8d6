import Linux

extension Landlock {
    /// The version by which programs are restricted on this host; 0 where they are not.
    static var version: Int { version(ofKernel: (try? kernelVersion()).flatMap { $0 }) }
}
