// Opens the devices that give a machine away.
#include "hostile.h"

int main(void) {
    static const char *const names[] = {
        "/dev/kmsg", "/dev/mem", "/dev/port", "/dev/kcore", "/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/loop0",
        "/dev/loop-control", "/dev/fuse", "/dev/kvm", "/dev/net/tun", "/dev/console", "/dev/tty", "/dev/tty0",
        "/dev/ptmx", "/dev/pts/0", "/dev/vsock", "/dev/vhost-net", "/dev/uinput", "/dev/mapper/control", "/dev/rtc0",
        "/dev/watchdog", "/dev/mqueue", "/dev/hugepages", "/dev/userfaultfd",
    };
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        if (open(names[index], O_RDWR) != -1 || open(names[index], O_RDONLY) != -1) {
            say("%s REACHED\n", names[index]);
        } else if (errno != ENOENT) {
            say("%s refused %s\n", names[index], error());
        }
    }
    say("done\n");
}
