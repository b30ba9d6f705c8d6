// Executes itself for ever, so that every count kept by process image starts anew.
#include "hostile.h"

int main(int count, char **arguments) {
    (void)count;
    execv("/proc/self/exe", arguments);
    say("refused %s\n", error());
}
