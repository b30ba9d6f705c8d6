// What Swift cannot see of Linux: variadic functions, function-like macros, calls without a libc wrapper.
// One call each; every function gives -1 and sets errno on failure unless it says otherwise.
// Only these two headers may be included here: libc's own would clash with Swift's Glibc module.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// prctl(2), which is variadic.
int linux_prctl(int option, unsigned long a, unsigned long b, unsigned long c, unsigned long d);

/// pivot_root(2), which has no wrapper.
int linux_pivot_root(const char *_Nonnull new_root, const char *_Nonnull put_old);

/// pidfd_open(2); the descriptor is close-on-exec.
int linux_pidfd_open(int pid);

/// pidfd_send_signal(2).
int linux_pidfd_send_signal(int pidfd, int signal);

/// openat2(2) with these flags, mode and resolve flags.
int linux_openat2(int directory, const char *_Nonnull path, uint64_t flags, uint64_t mode, uint64_t resolve);

/// Resolve flags of openat2(2): stay below the directory, follow no link at all, cross no mount.
enum { LINUX_RESOLVE_BENEATH = 0x08, LINUX_RESOLVE_NO_SYMLINKS = 0x04, LINUX_RESOLVE_NO_XDEV = 0x01 };

/// And: every path and link is of the directory, as if it were the root; `/proc` links to other places are not followed.
enum { LINUX_RESOLVE_IN_ROOT = 0x10, LINUX_RESOLVE_NO_MAGICLINKS = 0x02 };

/// setresuid(2) and setresgid(2) as raw calls, without libc's broadcast to all threads.
int linux_set_ids(uint32_t uid, uint32_t gid);

/// setgroups(2) with no group, raw.
int linux_clear_groups(void);

/// Empties the bounding set of capabilities and the ambient set; permitted and effective ones stay.
int linux_forget_capabilities_on_exec(void);

/// Makes every permitted capability inheritable and ambient, so that it survives execve(2) as a user other than 0.
int linux_keep_capabilities_on_exec(void);

/// capset(2) to nothing at all.
int linux_drop_capabilities(void);

/// Sends one message with descriptors (at most LINUX_MAX_DESCRIPTORS) over a sequenced-packet socket.
intptr_t linux_send(int socket, const void *_Nullable bytes, size_t count, const int *_Nullable descriptors, size_t descriptor_count,
                    int flags);

/// Receives one message with descriptors, close-on-exec. 0 is the end: the other side has closed.
/// A message or a set of descriptors that does not fit gives -1 and EMSGSIZE; what did arrive is closed.
intptr_t linux_receive(int socket, void *_Nonnull buffer, size_t capacity, int *_Nonnull descriptors, size_t *_Nonnull descriptor_count,
                       int flags);

enum { LINUX_MAX_DESCRIPTORS = 64 };

/// A resource limit, as for setrlimit(2).
struct linux_limit {
    int resource;
    uint64_t soft;
    uint64_t hard;
};

/// A program to start, as for linux_spawn.
struct linux_spawn_request {
    int executable;                                        ///< descriptor of the program's file
    const char *_Nullable const *_Nonnull arguments;       ///< NULL-terminated
    const char *_Nullable const *_Nonnull environment;     ///< NULL-terminated
    int input;                                             ///< becomes descriptor 0
    int output;                                            ///< becomes descriptor 1
    int error;                                             ///< becomes descriptor 2
    int extra;                                             ///< becomes descriptor 3; -1 for none
    int cgroup;                                            ///< directory of the unified cgroup it is born in; -1 for ours
    uint64_t namespaces;                                   ///< CLONE_NEW… flags of what it has to itself; 0 for nothing
    const char *_Nullable root;                            ///< becomes its root, with a proc in it; needs CLONE_NEWNS and NEWPID
    int dies_with_us;                                      ///< whether it is killed when the thread that starts it ends
    const struct linux_limit *_Nullable limits;            ///< resource limits that are other than ours
    size_t limit_count;
};

/// Starts a program like posix_spawn(3), in a cgroup from its first instruction on; default signals, empty mask, nothing
/// inherited beyond the named descriptors. Gives the pid, or the negative errno of what failed (execve included).
int linux_spawn(const struct linux_spawn_request *_Nonnull request, int *_Nonnull pidfd);

/// Waits for the next notification of a seccomp listener and gives its system call number; the caller is left waiting.
int linux_seccomp_next_call(int listener);

/// waitid(2) for a pidfd, WEXITED. Gives si_code and si_status.
int linux_wait_pidfd(int pidfd, int *_Nonnull code, int *_Nonnull status, int flags);

/// ioctl(2) TIOCGWINSZ: columns of the terminal, or -1.
int linux_terminal_columns(int descriptor);

/// mount_setattr(2) on the tree `descriptor`, recursively: attributes to set, and MS_PRIVATE.
int linux_mount_set_attributes(int descriptor, uint64_t attributes, uint64_t propagation);

/// open_tree(2) with OPEN_TREE_CLONE, recursive: a detached copy of the mounts below `path`.
int linux_clone_tree(const char *_Nonnull path);

/// move_mount(2) of a detached tree onto `target`.
int linux_attach_tree(int tree, const char *_Nonnull target);

/// signalfd(2) of the signals in `numbers`, which are blocked in the calling thread (and so in those it makes).
int linux_block_signals(const int *_Nonnull numbers, size_t count);

/// The next signal of a descriptor from linux_block_signals; waits for it.
int linux_next_signal(int descriptor);

/// Whether Landlock is there: its ABI version, or -1.
int linux_landlock_version(void);

/// sched_setaffinity(2) of the calling thread, and so of all that it starts from now on, to one processor.
int linux_bind_to_processor(int processor);

/// sched_getaffinity(2) of the calling thread: one bit for each processor, in words of 64. Gives how many words there are.
int linux_allowed_processors(uint64_t *_Nonnull words, size_t count);

/// prctl(2) PR_GET_NO_NEW_PRIVS: 1 when no execve(2) can give us privileges.
int linux_has_no_new_privileges(void);

/// clone3(2) for a child that gets a stack of its own and runs `function(argument)` on it, then exits with its result.
/// Gives the pid or a negative errno, and touches no thread-local storage. A C function cannot do this: it would return
/// twice, the second time on a stack on which it was never called.
long linux_raw_clone3(void *_Nonnull clone_args, size_t size, int (*_Nonnull function)(void *_Nullable),
                      void *_Nullable argument);
