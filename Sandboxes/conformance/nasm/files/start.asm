        extern greet
        global main
        section .rodata
name:   db "World", 0
        section .text
main:   sub rsp, 8
        mov rdi, name
        call greet
        xor eax, eax
        add rsp, 8
        ret
