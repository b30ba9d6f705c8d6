// Ends with the exit code that is the argument: one that looks like a signal is still an exit code.
#include "hostile.h"

int main(int count, char **arguments) {
    return count == 2 ? atoi(arguments[1]) : 2;
}
