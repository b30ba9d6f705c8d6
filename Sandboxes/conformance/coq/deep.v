Require Import NArith.
Open Scope N_scope.

Fixpoint depth (n : nat) : N :=
  match n with
  | O => 0
  | S n => 1 + depth n
  end.

Goal True.
  let depth := eval vm_compute in (depth (N.to_nat 100000)) in idtac depth.
Abort.
