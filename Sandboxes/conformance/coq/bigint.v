Require Import ZArith.
Open Scope Z_scope.

Fixpoint factorial (n : nat) : Z :=
  match n with
  | O => 1
  | S m => Z.of_nat n * factorial m
  end.

Goal True.
  let product := eval vm_compute in (factorial 50) in idtac product.
Abort.
