        extern puts
        global main
        section .rodata
text:   db "Hello, World!", 0
        section .text
main:   sub rsp, 8
        mov rdi, text
        call puts
        xor eax, eax
        add rsp, 8
        ret
