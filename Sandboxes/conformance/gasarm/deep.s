.syntax unified
.arch armv7-a
.arch_extension idiv
.arm
.globl _start

.text
@ Writes the number in r0.
show:   ldr r1, =text + 31
        mov r2, #'\n'
        strb r2, [r1]
        mov r2, #10
digit:  udiv r3, r0, r2
        mls r0, r3, r2, r0
        add r0, r0, #'0'
        strb r0, [r1, #-1]!
        movs r0, r3
        bne digit
        ldr r2, =text + 32
        sub r2, r2, r1
        mov r0, #1
        mov r7, #4
        svc #0
        bx lr

depth:  cmp r0, #0
        bxeq lr
        push {lr}
        sub r0, r0, #1
        bl depth
        add r0, r0, #1
        pop {pc}

_start: ldr r0, =100000
        bl depth
        bl show
        mov r0, #0
        mov r7, #1
        svc #0

.bss
text:   .zero 32
