// Prints its arguments and its environment.
#include "hostile.h"

static int compare(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

int main(int count, char **arguments) {
    extern char **environ;
    for (int index = 1; index < count; index++) say("argument %s\n", arguments[index]);
    size_t variables = 0;
    while (environ[variables]) variables++;
    qsort(environ, variables, sizeof *environ, compare);
    for (size_t index = 0; index < variables; index++) say("%s\n", environ[index]);
}
