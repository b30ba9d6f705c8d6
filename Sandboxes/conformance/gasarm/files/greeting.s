.syntax unified
.arm
.globl greet

.text
greet:  mov r0, #1
        ldr r1, =text
        mov r2, #14
        mov r7, #4
        svc #0
        bx lr

.section .rodata
text:   .ascii "Hello, World!\n"
