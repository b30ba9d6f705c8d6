// Puts a link in the place of the whole directory, and of one below it.
#include "hostile.h"

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "below") == 0) {
        say("%d\n", symlink("/etc", "/box/out/below"));
    } else {
        say("%d", rmdir("/box/out"));
        say("%d\n", symlink("/etc", "/box/out"));
    }
}
