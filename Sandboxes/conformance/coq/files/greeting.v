Ltac greet := idtac "Hello, World!".
