// Traces whom the argument names: itself, a child, or the box's init.
#include "hostile.h"

#include <sys/ptrace.h>

int main(int count, char **arguments) {
    if (count != 2) return 2;
    if (strcmp(arguments[1], "self") == 0) {
        tell("self", ptrace(PTRACE_TRACEME, 0, 0, 0));
    } else if (strcmp(arguments[1], "init") == 0) {
        tell("init", ptrace(PTRACE_SEIZE, 1, 0, 0));
    } else {
        pid_t child = fork();
        if (child == 0) {
            for (;;) pause();
        }
        tell("child", ptrace(PTRACE_ATTACH, child, 0, 0));
    }
}
