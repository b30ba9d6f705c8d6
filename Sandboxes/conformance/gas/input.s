.globl main
.section .rodata
result: .string "%d\n%s"
.bss
line:   .zero 200
last:   .zero 200
.text
main:   push %rbx
        xor %ebx, %ebx
next:   lea line(%rip), %rdi
        mov $200, %esi
        mov stdin(%rip), %rdx
        call fgets
        test %rax, %rax
        jz done
        inc %ebx
        lea last(%rip), %rdi
        lea line(%rip), %rsi
        call strcpy
        jmp next
done:   lea result(%rip), %rdi
        mov %ebx, %esi
        lea last(%rip), %rdx
        xor %eax, %eax
        call printf
        xor %eax, %eax
        pop %rbx
        ret
