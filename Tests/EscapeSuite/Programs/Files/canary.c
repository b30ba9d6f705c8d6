// Changes files of the host's that everybody may change, in a directory of the host's that its box shows it.
#include "hostile.h"

#include <sys/xattr.h>

int main(void) {
    if (chdir("/opt/canary") != 0) return 1;
    tell("open to write", open("open", O_WRONLY));
    tell("open to empty", open("open", O_RDONLY | O_TRUNC));
    tell("truncate", truncate("open", 0));
    tell("create", open("directory/escape", O_WRONLY | O_CREAT, 0666));
    tell("nameless", open("directory", O_TMPFILE | O_RDWR, 0600));
    tell("mode", chmod("open", 0));
    tell("owner", chown("open", 1000, 1000));
    tell("owner of the link", lchown("link", 1000, 1000));
    tell("times", utimensat(AT_FDCWD, "open", NULL, 0));
    tell("link", link("open", "directory/escape"));
    tell("symbolic link", symlink("/etc/shadow", "directory/escape"));
    tell("rename", rename("open", "escape"));
    tell("exchange", syscall(SYS_renameat2, AT_FDCWD, "open", AT_FDCWD, "unread", 2));
    tell("remove", unlink("open"));
    tell("remove directory", rmdir("directory"));
    tell("directory", mkdir("directory/escape", 0777));
    tell("fifo", mkfifo("directory/escape", 0666));
    tell("follow", open("link", O_RDONLY));
    int file = open("unread", O_RDONLY);
    char text[64];
    say("read %zd\n", read(file, text, sizeof text));
    tell("by descriptor", open("/proc/self/fd/3", O_WRONLY));
    tell("mode by descriptor", fchmod(file, 0));
    tell("times by descriptor", futimens(file, NULL));
    tell("attribute", fsetxattr(file, "user.escape", "x", 1, 0));
    tell("map", mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) == MAP_FAILED ? -1 : 0);
    void *map = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
    tell("unprotect", mprotect(map, 4096, PROT_READ | PROT_WRITE));
    tell("discard", madvise(map, 4096, MADV_REMOVE));
    tell("allocate", fallocate(file, 0, 0, 4096));
    tell("copy", copy_file_range(open("open", O_RDONLY), NULL, file, NULL, 10, 0));
}
