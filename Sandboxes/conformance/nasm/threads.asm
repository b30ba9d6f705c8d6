        default rel
        extern printf, pthread_create, pthread_join
        global main
        section .rodata
result: db "%d", 10, 0
        section .bss
total:  resd 1
ids:    resq 4
        section .text
add_up: mov ecx, 1000
again:  lock add [total], edi
        dec ecx
        jnz again
        xor eax, eax
        ret

main:   push rbx
        xor ebx, ebx
start:  mov rdi, ids
        lea rdi, [rdi + 8 * rbx]
        xor esi, esi
        mov rdx, add_up
        mov rcx, rbx
        call pthread_create
        inc ebx
        cmp ebx, 4
        jb start
wait_for:
        dec ebx
        mov rdi, ids
        mov rdi, [rdi + 8 * rbx]
        xor esi, esi
        call pthread_join
        test ebx, ebx
        jnz wait_for
        mov rdi, result
        mov esi, [total]
        xor eax, eax
        call printf
        xor eax, eax
        pop rbx
        ret
