// A child stops the main program again and again and spins meanwhile.
#include "hostile.h"

int main(void) {
    pid_t main_program = getpid();
    if (fork() == 0) {
        for (;;) kill(main_program, SIGSTOP);
    }
    for (;;) pause();
}
