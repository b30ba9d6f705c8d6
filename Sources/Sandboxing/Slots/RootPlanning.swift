internal import Core
internal import JailProtocol
internal import Linux

/// From a root to what a jailer is asked to prepare.
enum RootPlanning {
    /// The plan, and the descriptors of the trees that go with it, which are the caller's to close.
    ///
    /// As root the trees are cloned here, since the jailer's ids may look into no closed directory of the host (a
    /// toolchain below `/root`, say); without privileges only the jailer, in its own namespace, may clone any.
    static func plan(
        _ root: Root,
        id: Int,
        replacing: Int,
        clonesTrees: Bool
    ) throws(ExecutorFailure) -> (RootPlan, [CInt]) {
        var entries: [RootPlan.Entry] = []
        var trees: [CInt] = []
        do throws(ExecutorFailure) {
            for entry in root.entries {
                switch entry {
                case .link(let box, let target):
                    entries.append(
                        RootPlan.Entry(box: box, source: .link(target: target), isDirectory: false, isDevice: false)
                    )
                case .hide(let box):
                    entries.append(RootPlan.Entry(box: box, source: .nothing, isDirectory: true, isDevice: false))
                case .bind(let host, let box):
                    entries.append(try bind(host, at: box, isDevice: false, clones: clonesTrees, trees: &trees))
                }
            }
            for device in BoxDevice.all {
                if let offence = device.offence(at: device.path) {
                    throw ExecutorFailure(operation: "prepare a root", subject: device.path, cause: offence)
                }
                entries.append(
                    try bind(device.path, at: device.path, isDevice: true, clones: clonesTrees, trees: &trees)
                )
            }
        } catch {
            Descriptor.close(trees)
            throw error
        }
        return (RootPlan(id: id, replaces: replacing, entries: entries), trees)
    }

    private static func bind(
        _ host: String,
        at box: String,
        isDevice: Bool,
        clones: Bool,
        trees: inout [CInt]
    ) throws(ExecutorFailure) -> RootPlan.Entry {
        guard let kind = HostDirectory.kind(of: host) else {
            throw ExecutorFailure(
                operation: "prepare a root",
                subject: host,
                cause: "there is no such file or directory"
            )
        }
        var source = RootPlan.Entry.Source.host(path: host)
        if clones {
            let attributes: DetachedTree.Attributes =
                [.readOnly, .noSetuid, isDevice ? .noExecute : .noDevices]
            let tree = try WorkerCgroups.doing("clone a part of the root", host) { () throws(Errno) in
                try DetachedTree.clone(host, attributes).release()
            }
            source = .tree(place: trees.count)
            trees.append(tree)
        }
        return RootPlan.Entry(box: box, source: source, isDirectory: kind == .directory, isDevice: isDevice)
    }
}
