/// A part of the host that no hostile program may change.
enum HostPart: String, CaseIterable, Sendable {
    case processes, mounts, cgroups, state, temporaryFiles, ipc, sockets, canaries, descriptors, supervisors, kernel

    /// Its name in the published table.
    var title: String {
        switch self {
        case .state: "state directory"
        case .temporaryFiles: "temporary files"
        case .ipc: "IPC"
        default: rawValue
        }
    }

    /// What is looked at.
    var meaning: String {
        switch self {
        case .processes:
            "no process of a box, no init and nobody with a program's id is left, wherever it got to"
        case .mounts: "the host's mounts, and those of each namespace in which a jailer keeps a root"
        case .cgroups: "the directories of our cgroups, and that nobody but jailers is in them"
        case .state: "no half-written artifact; no artifact that was kept before is changed or gone"
        case .temporaryFiles:
            "`/tmp`, `/var/tmp`, `/dev/shm` and the working directory: nothing that belongs to a program's id or bears "
                + "one of the programs' names, and no core file"
        case .ipc: "the host's System V segments, queues and semaphores, and its POSIX message queues"
        case .sockets:
            "the host's abstract sockets by their names; the sockets in each slot's own network namespace; nobody has "
                + "called at a listener of the host's loopback device and at one with an abstract name"
        case .canaries:
            "content, owner, mode, times, links and attributes of files that everybody may write to, of the host's "
                + "account files, of the toolchains, of the jailer and of the policies"
        case .descriptors: "how many descriptors of each kind the worker and every jailer have open"
        case .supervisors:
            "of worker, jailers and sweeper: that they are the same and not stopped or traced, their ids, limits, "
                + "signals, priority, processors, cgroups and score for the killer; that no jailer nor sweeper has come "
                + "to have more than \(SupervisorView.largestJailer) MiB of memory at any time, and the worker, which is the "
                + "test process, has no more than \(SupervisorView.largestWorker)"
        case .kernel:
            "host name, core pattern and other settings of the kernel, modules, network devices and routes, keys of the "
                + "programs' ids, the clock"
        }
    }
}
