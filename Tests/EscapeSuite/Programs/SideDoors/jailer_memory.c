// Opens the memory of the box's init, which may share it with the jailer, for writing.
#include "hostile.h"

int main(void) {
    char path[64];
    tell("init read", open("/proc/1/mem", O_RDONLY));
    tell("init write", open("/proc/1/mem", O_WRONLY));
    tell("init both", open("/proc/1/mem", O_RDWR));
    tell("task", open("/proc/1/task/1/mem", O_RDWR));
    snprintf(path, sizeof path, "/proc/%d/mem", getppid());
    tell("parent", open(path, O_RDWR));
    snprintf(path, sizeof path, "/proc/self/task/%d/../../../1/mem", getpid());
    tell("round about", open(path, O_RDWR));
    int directory = open("/proc/1", O_PATH | O_DIRECTORY);
    tell("by descriptor", directory == -1 ? -1 : openat(directory, "mem", O_RDWR));
}
