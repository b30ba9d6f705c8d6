.globl main
.section .rodata
name:   .string "World"
.text
main:   sub $8, %rsp
        lea name(%rip), %rdi
        call greet
        xor %eax, %eax
        add $8, %rsp
        ret
