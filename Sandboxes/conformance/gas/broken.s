.globl main
.text
main:   move $1, %eax
        ret
