// Looks for the place that compiled programs are kept in, and for those of others in it.
#include "hostile.h"

#include <dirent.h>

static void list(const char *path) {
    DIR *stream = opendir(path);
    if (!stream) {
        say("%s %s\n", path, error());
        return;
    }
    int count = 0;
    for (struct dirent *entry; (entry = readdir(stream));) count += entry->d_name[0] != '.';
    say("%s holds %d\n", path, count);
    closedir(stream);
}

int main(void) {
    list("/.assay");
    list("/.assay/store");
    list("/.assay/proc");
    list("/box/..");
    list("/data");
    list("/box");
    int own = open("/box", O_PATH | O_DIRECTORY);
    tell("above by descriptor", openat(own, "../store", O_RDONLY));
    tell("above the root", openat(open("/", O_PATH | O_DIRECTORY), "../.assay/store", O_RDONLY));
}
