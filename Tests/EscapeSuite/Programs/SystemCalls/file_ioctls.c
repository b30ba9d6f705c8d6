// Asks the file systems of the host for what they keep for their owners: flags, freezing, trimming, sharing of blocks.
#include "hostile.h"

#include <linux/fs.h>
#include <sys/ioctl.h>

#ifndef FIFREEZE
#define FIFREEZE _IOWR('X', 119, int)
#endif
#ifndef FS_IOC_ENABLE_VERITY
#define FS_IOC_ENABLE_VERITY _IOW('f', 133, char[128])
#endif

int main(int count, char **arguments) {
    (void)count;
    static const struct {
        const char *name;
        unsigned long request;
    } requests[] = {
        {"FS_IOC_SETFLAGS", FS_IOC_SETFLAGS}, {"FS_IOC_FSSETXATTR", FS_IOC_FSSETXATTR}, {"FIFREEZE", FIFREEZE},
        {"FITRIM", FITRIM}, {"FICLONE", FICLONE}, {"FIDEDUPERANGE", FIDEDUPERANGE},
        {"FS_IOC_ENABLE_VERITY", FS_IOC_ENABLE_VERITY}, {"FIBMAP", FIBMAP}, {"BLKFLSBUF", BLKFLSBUF},
        {"BLKDISCARD", BLKDISCARD}, {"BLKROSET", BLKROSET},
    };
    static char space[4096];
    const char *const files[] = {arguments[0], "/dev/null", "/"};
    int done = 0;
    for (unsigned file = 0; file < 3; file++) {
        int number = open(files[file], O_RDONLY);
        if (number == -1) return 1;
        for (unsigned index = 0; index < sizeof requests / sizeof *requests; index++) {
            memset(space, 0xff, sizeof space);
            if (ioctl(number, requests[index].request, space) == -1) {
                done++;
            } else {
                say("%s on %s REACHED\n", requests[index].name, file == 0 ? "the artifact" : files[file]);
            }
        }
    }
    say("refused %d\n", done);
}
