// Does what mounts, ids and its policy let it do: what is refused is refused by Landlock.
#include "hostile.h"

#include <arpa/inet.h>
#include <linux/random.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

static void tell_socket(const char *what, int (*call)(int, const struct sockaddr *, socklen_t), in_port_t port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_ANY)};
    int number = socket(AF_INET, SOCK_STREAM, 0);
    tell(what, number < 0 ? -1 : call(number, (struct sockaddr *)&address, sizeof address));
}

// A socket without a file, which somebody outside of the box has in the box's network namespace.
static void tell_abstract(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = strlen(name);
    memcpy(address.sun_path + 1, name, length);
    int number = socket(AF_UNIX, SOCK_STREAM, 0);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + length);
    tell("reach a socket", number < 0 ? -1 : connect(number, (struct sockaddr *)&address, size));
}

int main(int count, char **arguments) {
    int bits = 0;
    tell("make a file", close(open("/tmp/file", O_WRONLY | O_CREAT, 0600)));
    tell("move it", (mkdir("/tmp/directory", 0700), rename("/tmp/file", "/tmp/directory/file")));
    tell("cut it", truncate("/tmp/directory/file", 0));
    tell("make a pipe", mkfifo("/dev/shm/pipe", 0600));
    tell("write to a device", close(open("/dev/null", O_WRONLY)));
    tell("make a socket", mknod("/tmp/socket", S_IFSOCK | 0600, 0));
    // That of /dev/null: one of number 0 is a whiteout, which newer kernels let pass as a file.
    tell("make a device", mknod("/tmp/device", S_IFCHR | 0600, makedev(1, 3)));
    tell_socket("bind", bind, 1024);
    tell_socket("connect", connect, 1024);
    tell("ask a device", ioctl(open("/dev/urandom", O_RDONLY), RNDGETENTCNT, &bits));
    tell("signal init", kill(1, 0));
    // What is out of every box's root, by whatever way: init's own view of the files.
    tell("look through init", open("/proc/1/root/etc", O_RDONLY));
    if (count > 1) tell_abstract(arguments[1]);
}
