        extern printf
        global greet
        section .rodata
format: db "Hello, %s!", 10, 0
        section .text
greet:  sub rsp, 8
        mov rsi, rdi
        mov rdi, format
        xor eax, eax
        call printf
        add rsp, 8
        ret
