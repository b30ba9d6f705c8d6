internal import Core
internal import Linux

/// What is at the paths of the host that a root shows: a toolchain that is unpacked anew has the path of the one before.
enum RootParts {
    /// A word for each part, which changes when another file or directory is there; what is in a directory does not
    /// matter, since a mount shows that as it is.
    static func identities(of root: Root) -> [String] {
        root.entries.compactMap { entry in
            guard case .bind(let host, _) = entry else { return nil }
            return HostDirectory.identity(of: host) ?? ""
        }
    }
}
