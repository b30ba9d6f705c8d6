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

@ r4 is where the input ends, r5 where the last line begins, r6 the number of lines.
_start: ldr r4, =buffer
read:   mov r0, #0
        mov r1, r4
        ldr r2, =65536
        mov r7, #3
        svc #0
        add r4, r4, r0
        cmp r0, #0
        bne read
        ldr r8, =buffer
        mov r9, r8
        mov r6, #0
next:   cmp r8, r4
        beq end
        ldrb r0, [r8], #1
        cmp r0, #'\n'
        bne next
        add r6, r6, #1
        mov r5, r9
        mov r9, r8
        b next
end:    mov r0, r6
        bl show
        mov r0, #1
        mov r1, r5
        sub r2, r4, r5
        mov r7, #4
        svc #0
        mov r0, #0
        mov r7, #1
        svc #0

.bss
text:   .zero 32
buffer: .zero 33554432
