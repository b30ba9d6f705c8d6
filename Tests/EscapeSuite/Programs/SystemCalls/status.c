// Prints what the kernel says of its powers.
#include "hostile.h"

int main(void) {
    static char text[1 << 14];
    int file = open("/proc/self/status", O_RDONLY);
    (void)!read(file, text, sizeof text - 1);
    static const char *const wanted[] = {"Pid:",    "PPid:",   "TracerPid:", "Uid:",      "Gid:",        "Groups:",
                                         "NStgid:", "NSpid:",  "NSpgid:",    "NSsid:",    "SigBlk:",     "SigIgn:",
                                         "SigCgt:", "CapInh:", "CapPrm:",    "CapEff:",   "CapBnd:",     "CapAmb:",
                                         "NoNewPrivs:", "Seccomp:"};
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        for (unsigned index = 0; index < sizeof wanted / sizeof *wanted; index++) {
            if (strncmp(line, wanted[index], strlen(wanted[index])) == 0) say("%s\n", line);
        }
    }
    say("umask %03o a session of its own %s\n", umask(0), getpgrp() == getpid() && getsid(0) == getpid() ? "yes" : "no");
}
