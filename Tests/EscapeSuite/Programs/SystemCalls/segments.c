// Points its segment registers, its stack and its restartable sequence at the kernel.
#include "hostile.h"

#include <asm/prctl.h>

int main(void) {
    tell("fs", syscall(SYS_arch_prctl, ARCH_SET_FS, 0xffff888000000000));
    tell("gs", syscall(SYS_arch_prctl, ARCH_SET_GS, 0xffff888000000000));
    tell("unknown", syscall(SYS_arch_prctl, 0x7fff, 0));
    tell("sequence", syscall(SYS_rseq, 0xffff888000000000, 32, 0, 0x53053053));
    stack_t stack = {.ss_sp = (void *)0xffff888000000000, .ss_size = 1 << 16};
    // Only looked at when a signal comes.
    say("stack %d\n", sigaltstack(&stack, NULL));
    tell("list", syscall(SYS_set_robust_list, 0xffff888000000000, 7));
    // Only looked at when the thread ends, and passed over then.
    say("number %s\n", syscall(SYS_set_tid_address, 0xffff888000000000) == getpid() ? "own" : "REACHED");
}
