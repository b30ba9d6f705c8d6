        default rel
        extern fgets, printf, puts, stdin
        global main
        section .rodata
text:   db "žluťoučký kůň, καλημέρα, 日本語, 🙂", 0
format: db "%s", 0
        section .bss
line:   resb 200
        section .text
main:   push rbx
        mov ebx, 2
next:   mov rdi, line
        mov esi, 200
        mov rdx, [stdin]
        call fgets
        mov rdi, format
        mov rsi, line
        xor eax, eax
        call printf
        dec ebx
        jnz next
        mov rdi, text
        call puts
        xor eax, eax
        pop rbx
        ret
