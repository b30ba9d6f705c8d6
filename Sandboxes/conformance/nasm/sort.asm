        default rel
        extern malloc, printf, qsort, scanf
        global main
        section .rodata
format: db "%d", 0
result: db "%d", 10, 0
        section .bss
count:  resd 1
        section .text
compare:
        xor eax, eax
        mov ecx, [rdi]
        cmp ecx, [rsi]
        setg al
        setl cl
        movzx ecx, cl
        sub eax, ecx
        ret

main:   push rbx
        push r12
        push r13
        mov rdi, format
        mov rsi, count
        xor eax, eax
        call scanf
        mov edi, [count]
        shl rdi, 2
        call malloc
        mov r12, rax
        mov r13d, [count]
        mov rbx, r12
read:   mov rdi, format
        mov rsi, rbx
        xor eax, eax
        call scanf
        add rbx, 4
        dec r13d
        jnz read
        mov rdi, r12
        mov esi, [count]
        mov edx, 4
        mov rcx, compare
        call qsort
write:  mov rdi, result
        mov esi, [r12]
        xor eax, eax
        call printf
        add r12, 4
        cmp r12, rbx
        jb write
        xor eax, eax
        pop r13
        pop r12
        pop rbx
        ret
