        global main
        section .text
main:   inc rax
        jmp main
