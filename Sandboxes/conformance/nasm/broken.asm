        global main
        section .text
main:   mov eax, unknown
        ret
