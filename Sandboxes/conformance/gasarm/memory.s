.syntax unified
.arm
.globl _start

.text
_start: mov r0, #0
        ldr r1, =1048576
        mov r2, #3
        mov r3, #0x22
        mvn r4, #0
        mov r5, #0
        mov r7, #192
        svc #0
        mov r1, #256
touch:  str r1, [r0]
        add r0, r0, #4096
        subs r1, r1, #1
        bne touch
        b _start
