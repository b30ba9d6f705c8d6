.globl main
.section .rodata
format: .string "%ld"
result: .string "%ld\n"
.bss
count:  .zero 8
value:  .zero 8
.text
main:   push %rbx
        lea format(%rip), %rdi
        lea count(%rip), %rsi
        xor %eax, %eax
        call scanf
        xor %ebx, %ebx
next:   decq count(%rip)
        js done
        lea format(%rip), %rdi
        lea value(%rip), %rsi
        xor %eax, %eax
        call scanf
        add value(%rip), %rbx
        jmp next
done:   lea result(%rip), %rdi
        mov %rbx, %rsi
        xor %eax, %eax
        call printf
        xor %eax, %eax
        pop %rbx
        ret
