.globl main
.section .rodata
result: .string "%d\n"
.text
depth:  xor %eax, %eax
        test %edi, %edi
        jz back
        dec %edi
        call depth
        inc %eax
back:   ret

main:   sub $8, %rsp
        mov $100000, %edi
        call depth
        lea result(%rip), %rdi
        mov %eax, %esi
        xor %eax, %eax
        call printf
        xor %eax, %eax
        add $8, %rsp
        ret
