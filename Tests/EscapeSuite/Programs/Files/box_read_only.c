// Wants to change the artifact that it is, and its directory.
#include "hostile.h"

int main(int count, char **arguments) {
    (void)count;
    char *self = arguments[0];
    tell("create", open("/box/new", O_WRONLY | O_CREAT, 0600));
    tell("directory", mkdir("/box/new", 0700));
    tell("link", symlink("/etc/shadow", "/box/new"));
    tell("name", link(self, "/box/new"));
    tell("rename", rename(self, "/box/new"));
    tell("remove", unlink(self));
    tell("mode", chmod(self, 0777));
    tell("directory mode", chmod("/box", 0777));
    tell("owner", chown(self, 1000, 1000));
    tell("times", utimensat(AT_FDCWD, self, NULL, 0));
    long truncated = truncate(self, 0);
    // Whether the mount or the file's mode is looked at first is each kernel's own affair.
    if (truncated == -1 && errno == EACCES) errno = EROFS;
    tell("truncate", truncated);
    tell("remove directory", rmdir("/box"));
}
