.globl main
.section .rodata
# AF_INET, port 80, 192.0.2.1
address:
        .byte 2, 0, 0, 80, 192, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0
text:   .string "no network"
.text
main:   sub $8, %rsp
        mov $2, %edi
        mov $1, %esi
        xor %edx, %edx
        call socket
        test %eax, %eax
        js none
        mov %eax, %edi
        lea address(%rip), %rsi
        mov $16, %edx
        call connect
        test %eax, %eax
        jz done
none:   lea text(%rip), %rdi
        call puts
done:   xor %eax, %eax
        add $8, %rsp
        ret
