.globl main
.section .rodata
text:   .string "Hello, World!"
.text
main:   sub $8, %rsp
        lea text(%rip), %rdi
        call puts
        xor %eax, %eax
        add $8, %rsp
        ret
