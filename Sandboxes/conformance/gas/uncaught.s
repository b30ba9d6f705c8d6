.globl main
.section .rodata
what:   .string "two == 3"
file:   .string "uncaught.s"
where:  .string "main"
.text
main:   sub $8, %rsp
        mov $2, %eax
        cmp $3, %eax
        je right
        lea what(%rip), %rdi
        lea file(%rip), %rsi
        mov $10, %edx
        lea where(%rip), %rcx
        call __assert_fail
right:  xor %eax, %eax
        add $8, %rsp
        ret
