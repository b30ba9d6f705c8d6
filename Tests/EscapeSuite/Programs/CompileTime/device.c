// Leaves a device, if it can make one.
#include "hostile.h"

#include <sys/sysmacros.h>

int main(void) {
    tell("zero", mknod("/box/out/program", S_IFCHR | 0666, makedev(1, 5)));
}
