.syntax unified
.arm
.globl _start

.text
_start: mov r0, #2
        mov r1, #1
        mov r2, #0
        ldr r7, =281
        svc #0
        cmp r0, #0
        blt none
        ldr r1, =address
        mov r2, #16
        ldr r7, =283
        svc #0
        cmp r0, #0
        beq end
none:   mov r0, #1
        ldr r1, =text
        mov r2, #11
        mov r7, #4
        svc #0
end:
        mov r0, #0
        mov r7, #1
        svc #0

.section .rodata
@ AF_INET, port 80, 192.0.2.1
address:
        .byte 2, 0, 0, 80, 192, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0
text:   .ascii "no network\n"
