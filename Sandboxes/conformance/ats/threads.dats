#include "share/atspre_staload.hats"

%{^
#include <pthread.h>
%}

staload "libats/SATS/athread.sats"
staload _ = "libats/DATS/athread.dats"
staload _ = "libats/DATS/athread_posix.dats"

val lock = mutex_create_exn ()
val total = ref<int> (0)
val running = ref<int> (4)

fun locked (action: () -<cloref1> void): void = let
  val (held | ()) = mutex_lock (lock)
  val () = action ()
in
  mutex_unlock (held | lock)
end

fun add (number: int, count: int): void =
  if count > 0 then begin
    locked (lam () => !total := !total + number);
    add (number, count - 1)
  end else
    locked (lam () => !running := !running - 1)

fun start (number: int): void = let
  val _ = athread_create_cloptr_exn (llam () => add (number, 1000))
in
  if number > 0 then start (number - 1)
end

fun wait (): void = let
  val (held | ()) = mutex_lock (lock)
  val left = !running
  val () = mutex_unlock (held | lock)
in
  if left > 0 then let
    val _ = $extfcall (int, "sched_yield")
  in
    wait ()
  end
end

implement main0 () = begin
  start (3);
  wait ();
  println! (!total)
end
