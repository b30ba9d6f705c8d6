Require Import NArith.

Eval vm_compute in N.iter (10 ^ 18) (fun n => (n + 1) mod 1000)%N 0%N.
