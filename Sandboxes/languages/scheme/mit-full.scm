;; What the console says once the program has filled the heap or the stack.
(exit 14)
