        default rel
        extern scanf, printf
        global main
        section .rodata
format: db "%ld", 0
result: db "%ld", 10, 0
        section .bss
count:  resq 1
value:  resq 1
        section .text
main:   push rbx
        mov rdi, format
        mov rsi, count
        xor eax, eax
        call scanf
        xor ebx, ebx
next:   dec qword [count]
        js done
        mov rdi, format
        mov rsi, value
        xor eax, eax
        call scanf
        add rbx, [value]
        jmp next
done:   mov rdi, result
        mov rsi, rbx
        xor eax, eax
        call printf
        xor eax, eax
        pop rbx
        ret
