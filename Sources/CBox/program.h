// The last steps before execve, in the program's own process.
#pragma once

#include "box.h"

struct program_arguments {
    struct box_plan *plan;
    int ruleset;                    ///< of Landlock, -1 where there is none
    volatile int listener;          ///< the filter's listener, -1 while there is none
    volatile int has_come_through;  ///< nothing is left to do but the execve
};

/// Drops everything and executes the program; returns only on failure, which it has written to the plan.
int box_program(void *context);

/// Writes to the plan what failed; `result` is the negative errno that the call gave.
void box_fail(struct box_plan *plan, int stage, long index, long result);
