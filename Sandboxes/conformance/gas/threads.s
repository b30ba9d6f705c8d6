.globl main
.section .rodata
result: .string "%d\n"
.bss
total:  .zero 4
ids:    .zero 32
.text
add_up: mov $1000, %ecx
again:  lock add %edi, total(%rip)
        dec %ecx
        jnz again
        xor %eax, %eax
        ret

main:   push %rbx
        xor %ebx, %ebx
start:  lea ids(%rip), %rdi
        lea (%rdi, %rbx, 8), %rdi
        xor %esi, %esi
        lea add_up(%rip), %rdx
        mov %rbx, %rcx
        call pthread_create
        inc %ebx
        cmp $4, %ebx
        jb start
finish: dec %ebx
        lea ids(%rip), %rdi
        mov (%rdi, %rbx, 8), %rdi
        xor %esi, %esi
        call pthread_join
        test %ebx, %ebx
        jnz finish
        lea result(%rip), %rdi
        mov total(%rip), %esi
        xor %eax, %eax
        call printf
        xor %eax, %eax
        pop %rbx
        ret
