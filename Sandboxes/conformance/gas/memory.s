.globl main
.text
main:   sub $8, %rsp
next:   mov $1048576, %edi
        call malloc
        mov %rax, %rdi
        mov $1, %esi
        mov $1048576, %edx
        call memset
        jmp next
