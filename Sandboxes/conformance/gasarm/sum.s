.syntax unified
.arch armv7-a
.arch_extension idiv
.arm
.globl _start

.text
@ The next byte of the input, or -1 at its end, in r0. From r8 to r9 is what was read already.
byte:   cmp r8, r9
        bne have
        push {r1, r2, r7}
        mov r0, #0
        ldr r1, =buffer
        ldr r2, =65536
        mov r7, #3
        svc #0
        ldr r8, =buffer
        add r9, r8, r0
        cmp r0, #0
        pop {r1, r2, r7}
        mvneq r0, #0
        bxeq lr
have:   ldrb r0, [r8], #1
        bx lr

@ The next number in r0.
number: push {r4, r5, lr}
        mov r4, #0
        mov r5, #0
        bl byte
        cmp r0, #'-'
        bne figure
        mov r5, #1
next:   bl byte
figure: subs r0, r0, #'0'
        blt end
        mov r1, #10
        mla r4, r4, r1, r0
        b next
end:    cmp r5, #0
        rsbne r4, r4, #0
        mov r0, r4
        pop {r4, r5, pc}

_start: mov r8, #0
        mov r9, #0
        bl number
        mov r10, r0
        mov r4, #0
        mov r5, #0
more:   subs r10, r10, #1
        blt show
        bl number
        adds r4, r4, r0
        adc r5, r5, r0, asr #31
        b more
show:   ldr r6, =text + 31
        mov r0, #'\n'
        strb r0, [r6]
        mov r11, r5
        cmp r5, #0
        bge digits
        rsbs r4, r4, #0
        rsc r5, r5, #0
@ r5 and r4 are divided by 10, half a word after the other.
digits: mov r0, #10
        udiv r1, r5, r0
        mls r3, r1, r0, r5
        mov r5, r1
        lsr r2, r4, #16
        orr r2, r2, r3, lsl #16
        udiv r1, r2, r0
        mls r3, r1, r0, r2
        uxth r2, r4
        orr r2, r2, r3, lsl #16
        lsl r4, r1, #16
        udiv r1, r2, r0
        mls r3, r1, r0, r2
        orr r4, r4, r1
        add r3, r3, #'0'
        strb r3, [r6, #-1]!
        orrs r1, r4, r5
        bne digits
        cmp r11, #0
        movlt r3, #'-'
        strblt r3, [r6, #-1]!
        mov r0, #1
        mov r1, r6
        ldr r2, =text + 32
        sub r2, r2, r6
        mov r7, #4
        svc #0
        mov r0, #0
        mov r7, #1
        svc #0

.bss
text:   .zero 32
buffer: .zero 65536
