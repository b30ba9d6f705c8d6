// Makes devices where it may write, and opens them.
#include "hostile.h"

#include <sys/sysmacros.h>

int main(void) {
    tell("memory", mknod("/tmp/mem", S_IFCHR | 0600, makedev(1, 1)));
    tell("disk", mknod("/tmp/disk", S_IFBLK | 0600, makedev(8, 0)));
    tell("in shm", mknod("/dev/shm/kmsg", S_IFCHR | 0600, makedev(1, 11)));
    tell("open", open("/tmp/mem", O_RDWR));
}
