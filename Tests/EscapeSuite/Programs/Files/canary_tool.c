// Runs a program of the host's that has root's set-user-id bit: who does it become?
#include "hostile.h"

int main(void) {
    struct stat status;
    if (stat("/opt/canary/tool", &status) != 0) return 1;
    say("mode %o\n", status.st_mode & 07777);
    extern char **environ;
    char *const arguments[] = {"tool", NULL};
    execve("/opt/canary/tool", arguments, environ);
    say("refused %s\n", error());
}
