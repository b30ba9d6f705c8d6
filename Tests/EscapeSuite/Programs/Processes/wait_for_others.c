// Waits for processes that are not its own, to take their ends away from whoever waits for them.
#include "hostile.h"

int main(void) {
    siginfo_t info;
    tell("init", waitpid(1, NULL, WNOHANG | __WALL));
    tell("all", waitpid(-1, NULL, WNOHANG | __WALL));
    tell("group", waitpid(0, NULL, WNOHANG | __WALL));
    tell("any", waitid(P_ALL, 0, &info, WEXITED | WSTOPPED | WCONTINUED | WNOHANG | __WALL));
    tell("the next", waitpid(3, NULL, WNOHANG | __WCLONE));
}
