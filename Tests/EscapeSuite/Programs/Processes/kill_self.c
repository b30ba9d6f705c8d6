// Ends by the signal whose number is the argument: a signal says nothing about limits.
#include "hostile.h"

int main(int count, char **arguments) {
    if (count != 2) return 2;
    int number = atoi(arguments[1]);
    signal(number, SIG_DFL);
    kill(getpid(), number);
    say("REACHED\n");
}
