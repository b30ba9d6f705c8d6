.globl main
.text
main:   xor %eax, %eax
        movl $1, (%rax)
        ret
