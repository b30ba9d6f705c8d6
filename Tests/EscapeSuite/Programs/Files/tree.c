// Lists everything there is, but for /proc and what lies below the directories of a root's own parts.
#include "hostile.h"

#include <dirent.h>

static int named_first(const struct dirent **left, const struct dirent **right) {
    return strcmp((*left)->d_name, (*right)->d_name);
}

static void list(const char *directory, const char *self) {
    struct dirent **names;
    int count = scandir(*directory ? directory : "/", &names, NULL, named_first);
    if (count == -1) {
        say("%s refused %s\n", directory, error());
        return;
    }
    for (int index = 0; index < count; index++) {
        const char *name = names[index]->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", directory, name);
        if (strcmp(path, self) == 0) continue;
        struct stat status;
        if (lstat(path, &status) == -1) {
            say("%s refused %s\n", path, error());
        } else if (S_ISDIR(status.st_mode)) {
            say("%s/\n", path);
            if (strcmp(path, "/proc") != 0) list(path, self);
        } else if (S_ISLNK(status.st_mode)) {
            char target[4096] = "";
            (void)!readlink(path, target, sizeof target - 1);
            say("%s -> %s\n", path, target);
        } else {
            say("%s\n", path);
        }
    }
}

int main(int count, char **arguments) {
    (void)count;
    list("", arguments[0]);
}
