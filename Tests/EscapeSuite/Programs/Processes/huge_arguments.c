// Executes itself with more arguments than memory could hold.
#include "hostile.h"

int main(int count, char **arguments) {
    if (count > 2) {
        say("REACHED %d\n", count);
        return 0;
    }
    size_t length = (size_t)strtoul(arguments[1], NULL, 10);
    char *word = malloc(length + 1);
    char **words = calloc(100002, sizeof *words);
    memset(word, 'x', length);
    word[length] = 0;
    for (int index = 0; index < 100000; index++) words[index] = word;
    execv("/proc/self/exe", words);
    say("refused %s\n", error());
}
