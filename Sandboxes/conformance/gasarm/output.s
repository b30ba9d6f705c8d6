.syntax unified
.arm
.globl _start

.text
@ A hundred lines at a time.
_start: ldr r4, =1000
next:   ldr r5, =lines
        ldr r6, =10000
rest:   mov r0, #1
        mov r1, r5
        mov r2, r6
        mov r7, #4
        svc #0
        add r5, r5, r0
        subs r6, r6, r0
        bne rest
        subs r4, r4, #1
        bne next
        mov r0, #0
        mov r7, #1
        svc #0

.section .rodata
lines:
.rept 100
        .fill 99, 1, 'x'
        .byte '\n'
.endr
