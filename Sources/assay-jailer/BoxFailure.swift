internal import CBox
internal import Glibc
internal import JailProtocol
internal import Linux

/// Tells where the making of a box failed.
enum BoxFailure {
    /// Whether the program's process was killed before its execve.
    static func isDeath(_ plan: box_plan) -> Bool {
        plan.failed_stage == Int32(BOX_STAGE_CLONE.rawValue) && plan.failed_index == 1
    }

    static func describe(_ plan: box_plan, _ box: BoxPlan) -> JailFailure {
        let index = Int(plan.failed_index)
        let number = Int(plan.failed_errno)
        let program = box.arguments[0]
        func failure(_ operation: String, _ subject: String) -> JailFailure {
            JailFailure(operation: operation, subject: subject, errno: number)
        }
        switch plan.failed_stage {
        case Int32(BOX_STAGE_PARENT.rawValue): return failure("tie the box to its jailer", "init")
        case Int32(BOX_STAGE_HOSTNAME.rawValue): return failure("name the box", "sethostname")
        case Int32(BOX_STAGE_STEP.rawValue):
            return failure("furnish the box", Preparation.subject(ofStep: index, in: box))
        case Int32(BOX_STAGE_CLONE.rawValue):
            return failure(
                index == 0 ? "clone the program's process" : "bring the program's process to its start",
                program
            )
        case Int32(BOX_STAGE_CGROUP.rawValue):
            let isNamespace = index >= plan.task_count
            return failure("enter the box's cgroup", isNamespace ? "namespace" : index == 0 ? "memory" : "pids")
        case Int32(BOX_STAGE_CLOCK.rawValue): return failure("read the clock", "init")
        case Int32(BOX_STAGE_SESSION.rawValue): return failure("make a session", program)
        case Int32(BOX_STAGE_DESCRIPTORS.rawValue): return failure("place the descriptors", "step \(index)")
        case Int32(BOX_STAGE_RLIMIT.rawValue):
            let names = ResourceLimits.names(for: box)
            return failure("set a resource limit", names.indices.contains(index) ? names[index] : program)
        case Int32(BOX_STAGE_DIRECTORY.rawValue):
            return index == 0 ? failure("go to the working directory", "/box") : failure("set the umask", program)
        case Int32(BOX_STAGE_PRIORITY.rawValue): return failure("lower the priority", program)
        case Int32(BOX_STAGE_IDENTITY.rawValue): return failure("change the identity", "step \(index)")
        case Int32(BOX_STAGE_CAPABILITIES.rawValue): return failure("drop the capabilities", program)
        case Int32(BOX_STAGE_PRIVILEGES.rawValue):
            return failure(index == 0 ? "set no_new_privs" : "empty the signal mask", program)
        case Int32(BOX_STAGE_LANDLOCK.rawValue):
            return failure("restrict the program by Landlock", Preparation.subject(ofRule: index, in: box))
        case Int32(BOX_STAGE_SECCOMP.rawValue): return failure("install the system call filter", program)
        case Int32(BOX_STAGE_LISTENER.rawValue): return failure("hand over the filter's listener", program)
        case Int32(BOX_STAGE_EXEC.rawValue):
            // What the file itself, its interpreter or its arguments can bring about; no memory is not among it.
            let faults = [
                ENOENT, EACCES, ENOEXEC, ENOTDIR, E2BIG, EISDIR, ELOOP, ENAMETOOLONG, ELIBBAD, EPERM, EINVAL, EIO,
                ETXTBSY,
            ]
            return JailFailure(
                operation: "execute",
                subject: program,
                errno: number,
                isCommandsFault: faults.contains(CInt(number))
            )
        default: return failure("make the box", "stage \(plan.failed_stage)")
        }
    }
}
