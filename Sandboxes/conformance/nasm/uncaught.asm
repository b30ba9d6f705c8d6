        extern __assert_fail
        global main
        section .rodata
what:   db "two == 3", 0
file:   db "uncaught.asm", 0
where:  db "main", 0
        section .text
main:   sub rsp, 8
        mov eax, 2
        cmp eax, 3
        je right
        mov rdi, what
        mov rsi, file
        mov edx, 12
        mov rcx, where
        call __assert_fail
right:  xor eax, eax
        add rsp, 8
        ret
