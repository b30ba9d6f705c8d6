(load-shared-object "libc.so.6")
((foreign-procedure "abort" () void))
