        extern puts
        global main
        section .rodata
line:   times 99 db "x"
        db 0
        section .text
main:   push rbx
        mov ebx, 100000
next:   mov rdi, line
        call puts
        dec ebx
        jnz next
        xor eax, eax
        pop rbx
        ret
