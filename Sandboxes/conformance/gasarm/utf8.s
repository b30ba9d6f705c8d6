.syntax unified
.arm
.globl _start

.text
_start: mov r0, #0
        ldr r1, =buffer
        ldr r2, =65536
        mov r7, #3
        svc #0
        movs r2, r0
        ldreq r1, =text
        moveq r2, #55
        mov r4, r0
        mov r0, #1
        mov r7, #4
        svc #0
        cmp r4, #0
        bne _start
        mov r0, #0
        mov r7, #1
        svc #0

.section .rodata
text:   .ascii "žluťoučký kůň, καλημέρα, 日本語, 🙂\n"
.bss
buffer: .zero 65536
