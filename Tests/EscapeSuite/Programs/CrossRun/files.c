// Leaves files, names and odd modes behind, and looks whether the last run could.
#include "hostile.h"

#include <dirent.h>

static void count(const char *directory) {
    DIR *stream = opendir(directory);
    if (!stream) {
        say("%s refused %s\n", directory, error());
        return;
    }
    int number = 0;
    for (struct dirent *entry; (entry = readdir(stream));) number += entry->d_name[0] != '.' || entry->d_name[1] > '.';
    struct stat status;
    stat(directory, &status);
    say("%s holds %d\n", directory, number);
    closedir(stream);
}

int main(void) {
    static const char *const directories[] = {"/tmp", "/dev/shm"};
    for (int index = 0; index < 2; index++) {
        count(directories[index]);
        char path[256];
        snprintf(path, sizeof path, "%s/left", directories[index]);
        close(open(path, O_WRONLY | O_CREAT, 0));
        snprintf(path, sizeof path, "%s/directory", directories[index]);
        mkdir(path, 0);
        snprintf(path, sizeof path, "%s/link", directories[index]);
        if (symlink("/etc/shadow", path) != 0) return 1;
        snprintf(path, sizeof path, "%s/.hidden\n\xff", directories[index]);
        mkfifo(path, 0666);
        chmod(directories[index], 0);
    }
}
