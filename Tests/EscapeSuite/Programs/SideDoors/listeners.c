// Looks among all descriptors that it could have for the one by which its calls are watched.
#include "hostile.h"

#include <linux/seccomp.h>
#include <sys/ioctl.h>

int main(void) {
    int answered = 0;
    for (int number = 0; number < 4096; number++) {
        static struct seccomp_notif_resp answer = {.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
        static struct seccomp_notif_addfd add = {.srcfd = 0};
        unsigned long id = 1;
        answered += ioctl(number, SECCOMP_IOCTL_NOTIF_SEND, &answer) == 0;
        answered += ioctl(number, SECCOMP_IOCTL_NOTIF_ADDFD, &add) == 0;
        answered += ioctl(number, SECCOMP_IOCTL_NOTIF_ID_VALID, &id) == 0;
    }
    say("answered %d\n", answered);
    tell("sizes", syscall(SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, &answered));
}
