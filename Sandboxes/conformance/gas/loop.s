.globl main
.text
main:   inc %rax
        jmp main
