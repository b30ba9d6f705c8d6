define(`again', `$0')dnl
again
