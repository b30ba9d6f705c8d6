Require Import List NArith.

Eval vm_compute in length (N.iter (10 ^ 18) (cons 0) nil).
