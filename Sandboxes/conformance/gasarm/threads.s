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

@ Each thread has the number in r10 as it was begun with.
_start: mov r10, #0
begin:  ldr r0, =0x50f00
        ldr r1, =stacks + 4096
        add r1, r1, r10, lsl #12
        mov r2, #0
        mov r3, #0
        mov r4, #0
        mov r7, #120
        svc #0
        cmp r0, #0
        beq thread
        blt end
        add r10, r10, #1
        cmp r10, #4
        bne begin
@ sched_yield until all have ended
wait:   mov r7, #158
        svc #0
        ldr r0, =running
        ldr r1, [r0]
        cmp r1, #0
        bne wait
        dmb
        ldr r0, =total
        ldr r0, [r0]
        bl show
end:    mov r0, #0
        mov r7, #248
        svc #0

thread: ldr r4, =1000
        ldr r5, =total
add:    ldrex r6, [r5]
        add r6, r6, r10
        strex r3, r6, [r5]
        cmp r3, #0
        bne add
        subs r4, r4, #1
        bne add
        ldr r5, =running
less:   ldrex r6, [r5]
        sub r6, r6, #1
        strex r3, r6, [r5]
        cmp r3, #0
        bne less
        mov r0, #0
        mov r7, #1
        svc #0

.data
running:
        .word 4
.bss
total:  .zero 4
text:   .zero 32
.align 3
stacks: .zero 16384
