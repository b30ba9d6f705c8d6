.syntax unified
.arm
.globl _start

.text
_start: add r0, r0, #1
        b _start
