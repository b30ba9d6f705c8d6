// Climbs up further than there is anything.
#include "hostile.h"

int main(void) {
    struct stat here, root;
    for (int count = 0; count < 64; count++) {
        if (chdir("..") == -1) say("up refused %s\n", error());
    }
    stat(".", &here);
    stat("/", &root);
    say("%s\n", here.st_ino == root.st_ino && here.st_dev == root.st_dev ? "at the root" : "REACHED");
    tell("shadow", open("etc/shadow", O_RDONLY));
    tell("home", open("home", O_RDONLY));
}
