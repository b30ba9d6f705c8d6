#include "include/clinux.h"

#if defined(__x86_64__)

__asm__(".text\n"
        ".globl linux_raw_clone3\n"
        ".type linux_raw_clone3, @function\n"
        "linux_raw_clone3:\n"
        "    movq %rdx, %r8\n"        // the function; the kernel keeps r8 and r9 across the call
        "    movq %rcx, %r9\n"        // its argument (rcx itself is destroyed by syscall)
        "    movl $435, %eax\n"       // clone3
        "    syscall\n"
        "    testq %rax, %rax\n"
        "    jz 1f\n"
        "    ret\n"
        "1:  xorl %ebp, %ebp\n"       // the outermost frame
        "    movq %r9, %rdi\n"
        "    call *%r8\n"
        "    movl %eax, %edi\n"
        "    movl $60, %eax\n"        // exit
        "    syscall\n"
        "    hlt\n"
        ".size linux_raw_clone3, . - linux_raw_clone3\n"
        ".section .note.GNU-stack,\"\",@progbits\n"
        ".text\n");

#elif defined(__aarch64__)

__asm__(".text\n"
        ".globl linux_raw_clone3\n"
        ".type linux_raw_clone3, %function\n"
        "linux_raw_clone3:\n"
        "    mov x9, x2\n"
        "    mov x10, x3\n"
        "    mov x8, #435\n"
        "    svc #0\n"
        "    cbz x0, 1f\n"
        "    ret\n"
        "1:  mov x29, #0\n"
        "    mov x0, x10\n"
        "    blr x9\n"
        "    mov x8, #93\n"
        "    svc #0\n"
        "    brk #0\n"
        ".size linux_raw_clone3, . - linux_raw_clone3\n"
        ".section .note.GNU-stack,\"\",%progbits\n"
        ".text\n");

#endif
