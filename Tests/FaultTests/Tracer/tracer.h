// What the parts of the tracer have in common.
//
// The tracer runs a program, follows it and all that it starts, and has one chosen system call fail, or one process be
// killed as it makes that call. The calls are named by who makes them (a role), by number, and by how often that role has
// made them before, so that a call of one run is found again in the next.
#pragma once

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

enum { MAX_CALLS = 1024, MAX_ROLES = 128 };

/// What to do, as the specification says it.
struct specification {
    char program[4096];   ///< what to run in our place
    char prefix[16];      ///< what the names of all roles begin with
    bool lists;           ///< whether every call is written to the log
    char role[32];        ///< who makes the call that is to fail; empty: nothing fails
    long call;
    long occurrence;      ///< 1 is the first
    long error;           ///< the errno that it gives; 0: the process is killed instead
};

/// What a process is in the program that is followed.
enum kind {
    KIND_NEW,        ///< not yet known: its parent has not told us of it
    KIND_OUTSIDE,    ///< before the first execve
    KIND_WORKER,     ///< a program of many threads that starts others; each of those is a SPAWN until its execve
    KIND_SPAWN,
    KIND_ENTER,      ///< a jailer's first life
    KIND_SERVE,      ///< its second
    KIND_INIT,       ///< a box's init
    KIND_PROGRAM,    ///< the program's process until its execve
    KIND_COLLECTOR,  ///< who takes the files out of a box
};

/// A role: a kind, and for those of which there are many, which of them.
struct role {
    enum kind kind;
    int ordinal;
    long counts[MAX_CALLS];
};

/// Reads the specification from the file `path`; ends the process when that is not possible.
struct specification read_specification(const char *path);

/// Follows `pid`, which is stopped and traced already, until nobody is left to follow.
///
/// Returns the wait status of `pid`.
int follow(pid_t pid, bool is_jailer, const struct specification *specification, FILE *log);

/// Has the call that `pid` is about to make fail without being made. 0, or -1 with an errno.
int skip_call(pid_t pid);

/// Sets what the call that `pid` has just left gives.
int set_result(pid_t pid, long result);

/// Ends the process, saying why.
_Noreturn void give_up(const char *what);
