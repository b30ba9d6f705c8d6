.globl main
.section .rodata
text:   .string "Hello, World!"
small:  .byte 1000
.text
main:   sub $8, %rsp
        lea text(%rip), %rdi
        call puts
        xor %eax, %eax
        add $8, %rsp
        ret
