.syntax unified
.arm
.globl _start

.text
_start: mov r0, #0
        str r0, [r0]
