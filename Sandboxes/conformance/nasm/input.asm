        default rel
        extern fgets, printf, stdin, strcpy
        global main
        section .rodata
result: db "%d", 10, "%s", 0
        section .bss
line:   resb 200
last:   resb 200
        section .text
main:   push rbx
        xor ebx, ebx
next:   mov rdi, line
        mov esi, 200
        mov rdx, [stdin]
        call fgets
        test rax, rax
        jz done
        inc ebx
        mov rdi, last
        mov rsi, line
        call strcpy
        jmp next
done:   mov rdi, result
        mov esi, ebx
        mov rdx, last
        xor eax, eax
        call printf
        xor eax, eax
        pop rbx
        ret
