// Returns from signals that never came, with registers that belong to the kernel.
#include "hostile.h"

#include <ucontext.h>

static int forge(int which) {
    pid_t child = fork();
    if (child == 0) {
        char frame[sizeof(ucontext_t) + 1024] __attribute__((aligned(64)));
        memset(frame, 0, sizeof frame);
        ucontext_t *context = (ucontext_t *)frame;
        context->uc_mcontext.gregs[REG_RIP] = (long)0xffffffff81000000;
        context->uc_mcontext.gregs[REG_RSP] = which == 1 ? (long)0xffff888000000000 : (long)frame;
        context->uc_mcontext.gregs[REG_CSGSFS] = which == 2 ? 0x10 : 0x33;
        context->uc_mcontext.gregs[REG_EFL] = 0x3000;
        __asm__ volatile("mov %0, %%rsp\n\tmov $15, %%eax\n\tsyscall" : : "r"(frame) : "memory");
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

int main(void) {
    for (int which = 0; which < 3; which++) {
        int number = forge(which);
        say("%d %s\n", which, number == SIGSEGV || number == SIGBUS ? "ends the child" : "REACHED");
    }
}
