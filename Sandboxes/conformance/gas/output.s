.globl main
.section .rodata
line:   .fill 99, 1, 'x'
        .byte 0
.text
main:   push %rbx
        mov $100000, %ebx
next:   lea line(%rip), %rdi
        call puts
        dec %ebx
        jnz next
        xor %eax, %eax
        pop %rbx
        ret
