// Feeds and empties the kernel's pool of random numbers, and uses the other devices for what they are not.
#include "hostile.h"

#include <linux/random.h>
#include <sys/ioctl.h>

int main(void) {
    static struct {
        int count, size;
        char bytes[64];
    } pool = {.count = 512, .size = 64};
    int random = open("/dev/random", O_RDWR);
    if (random == -1) return 1;
    tell("add", ioctl(random, RNDADDENTROPY, &pool));
    tell("count", ioctl(random, RNDADDTOENTCNT, &pool));
    tell("clear", ioctl(random, RNDCLEARPOOL));
    tell("zap", ioctl(random, RNDZAPENTCNT));
    tell("seed", ioctl(random, RNDRESEEDCRNG));
    tell("full", write(open("/dev/full", O_WRONLY), "x", 1));
    tell("mode", fchmod(random, 0));
    tell("owner", fchown(random, 1000, 1000));
}
