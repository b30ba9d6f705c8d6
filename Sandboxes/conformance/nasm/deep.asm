        extern printf
        global main
        section .rodata
result: db "%d", 10, 0
        section .text
depth:  xor eax, eax
        test edi, edi
        jz back
        dec edi
        call depth
        inc eax
back:   ret

main:   sub rsp, 8
        mov edi, 100000
        call depth
        mov rdi, result
        mov esi, eax
        xor eax, eax
        call printf
        xor eax, eax
        add rsp, 8
        ret
