(##vector-set! (##car 12345) 1000000 1)
