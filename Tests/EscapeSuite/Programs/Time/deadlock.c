// Waits for a word in its memory that nobody will ever change, with robust lists that lead in circles.
#include "hostile.h"

#include <linux/futex.h>
#include <sys/prctl.h>

static unsigned word;
static struct robust_list_head head = {{&head.list}, 0, &head.list};

int main(void) {
    syscall(SYS_set_robust_list, &head, sizeof head);
    if (fork() == 0) {
        syscall(SYS_set_robust_list, &head, sizeof head);
        _exit(0);
    }
    prctl(PR_SET_NAME, "in-position");
    for (;;) syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
}
