;; What raco make does, without the compiler's own call stack in what it says.
(module make '#%kernel
  (#%require compiler/private/cm-minimal)
  (error-print-context-length 0)
  (managed-compile-zo (vector-ref (current-command-line-arguments) 0)))
