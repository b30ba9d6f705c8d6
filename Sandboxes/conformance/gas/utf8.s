.globl main
.section .rodata
text:   .string "žluťoučký kůň, καλημέρα, 日本語, 🙂"
format: .string "%s"
.bss
line:   .zero 200
.text
main:   push %rbx
        mov $2, %ebx
next:   lea line(%rip), %rdi
        mov $200, %esi
        mov stdin(%rip), %rdx
        call fgets
        lea format(%rip), %rdi
        lea line(%rip), %rsi
        xor %eax, %eax
        call printf
        dec %ebx
        jnz next
        lea text(%rip), %rdi
        call puts
        xor %eax, %eax
        pop %rbx
        ret
