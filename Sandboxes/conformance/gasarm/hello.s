.syntax unified
.arm
.globl _start

.text
_start: mov r0, #1
        ldr r1, =text
        mov r2, #14
        mov r7, #4
        svc #0
        mov r0, #0
        mov r7, #1
        svc #0

.section .rodata
text:   .ascii "Hello, World!\n"
