Goal True.
  idtac "Hello, World!".
Abort.
