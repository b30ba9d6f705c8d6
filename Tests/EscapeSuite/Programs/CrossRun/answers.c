// Looks everywhere for expected answers, other test data and the judge itself.
#include "hostile.h"

#include <ftw.h>

static int found;

static bool ends(const char *name, const char *end) {
    size_t length = strlen(name), part = strlen(end);
    return length >= part && strcmp(name + length - part, end) == 0;
}

static int look(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    (void)status, (void)walk;
    // The cover over what the jailer needs is the one name that has to be there; under it nothing may be.
    if (strncmp(path, "/proc/", 6) == 0 || strcmp(path, "/.assay") == 0) return 0;
    bool wanted = ends(path, ".ans") || ends(path, ".in") || strstr(path, "assay") || strstr(path, "secret");
    if (wanted || kind == FTW_DNR) {
        say("%s %s\n", path, kind == FTW_DNR ? "closed" : "REACHED");
        found++;
    }
    return 0;
}

int main(void) {
    nftw("/", look, 32, FTW_PHYS);
    say("found %d\n", found);
}
