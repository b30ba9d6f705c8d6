.globl main
.section .rodata
format: .string "%d"
result: .string "%d\n"
.bss
count:  .zero 4
.text
compare:
        xor %eax, %eax
        mov (%rdi), %ecx
        cmp (%rsi), %ecx
        setg %al
        setl %cl
        movzx %cl, %ecx
        sub %ecx, %eax
        ret

main:   push %rbx
        push %r12
        push %r13
        lea format(%rip), %rdi
        lea count(%rip), %rsi
        xor %eax, %eax
        call scanf
        mov count(%rip), %edi
        shl $2, %rdi
        call malloc
        mov %rax, %r12
        mov count(%rip), %r13d
        mov %r12, %rbx
read:   lea format(%rip), %rdi
        mov %rbx, %rsi
        xor %eax, %eax
        call scanf
        add $4, %rbx
        dec %r13d
        jnz read
        mov %r12, %rdi
        mov count(%rip), %esi
        mov $4, %edx
        lea compare(%rip), %rcx
        call qsort
write:  lea result(%rip), %rdi
        mov (%r12), %esi
        xor %eax, %eax
        call printf
        add $4, %r12
        cmp %rbx, %r12
        jb write
        xor %eax, %eax
        pop %r13
        pop %r12
        pop %rbx
        ret
