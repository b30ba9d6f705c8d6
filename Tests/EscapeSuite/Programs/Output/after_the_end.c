// Ends, and leaves to a child what is to be written afterwards.
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        setsid();
        for (int signal_number = 1; signal_number < 65; signal_number++) signal(signal_number, SIG_IGN);
        while (getppid() != 1) {
        }
        for (;;) {
            // Init has to come to it that everybody is killed.
            rest(300);
            say("REACHED after the end\n");
        }
    }
    say("the end\n");
}
