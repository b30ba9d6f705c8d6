.globl greet
.section .rodata
format: .string "Hello, %s!\n"
.text
greet:  sub $8, %rsp
        mov %rdi, %rsi
        lea format(%rip), %rdi
        xor %eax, %eax
        call printf
        add $8, %rsp
        ret
