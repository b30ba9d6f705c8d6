        extern connect, puts, socket
        global main
        section .rodata
; AF_INET, port 80, 192.0.2.1
address:
        db 2, 0, 0, 80, 192, 0, 2, 1
        times 8 db 0
text:   db "no network", 0
        section .text
main:   sub rsp, 8
        mov edi, 2
        mov esi, 1
        xor edx, edx
        call socket
        test eax, eax
        js none
        mov edi, eax
        mov rsi, address
        mov edx, 16
        call connect
        test eax, eax
        jz done
none:   mov rdi, text
        call puts
done:   xor eax, eax
        add rsp, 8
        ret
