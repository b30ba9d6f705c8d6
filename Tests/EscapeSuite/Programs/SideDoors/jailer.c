// Looks for the jailer and wants to be it.
#include "hostile.h"

int main(void) {
    char path[4096] = "";
    char *const arguments[] = {"assay-jailer", NULL};
    char *const environment[] = {NULL};
    tell("where", readlink("/proc/1/exe", path, sizeof path - 1));
    tell("open", open("/proc/1/exe", O_RDONLY));
    tell("execute", execve("/proc/1/exe", arguments, environment));
    static const char *const names[] = {"/assay-jailer", "/usr/libexec/assay/assay-jailer", "/usr/bin/assay-jailer"};
    for (unsigned index = 0; index < 3; index++) tell(names[index], execve(names[index], arguments, environment));
    snprintf(path, sizeof path, "/proc/%d/exe", getppid());
    tell("parent", execve(path, arguments, environment));
}
