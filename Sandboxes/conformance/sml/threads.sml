val total = ref 0
val running = ref 4
val lock = Thread.Mutex.mutex ()
val finished = Thread.ConditionVar.conditionVar ()

fun locked action =
    (Thread.Mutex.lock lock;
     action ();
     Thread.Mutex.unlock lock)

fun add _ 0 = locked (fn () => (running := !running - 1; Thread.ConditionVar.signal finished))
  | add number count = (locked (fn () => total := !total + number); add number (count - 1))

fun wait () =
    if !running = 0 then () else (Thread.ConditionVar.wait (finished, lock); wait ())

fun main () =
    (List.app (fn number => ignore (Thread.Thread.fork (fn () => add number 1000, []))) [0, 1, 2, 3];
     locked wait;
     print (Int.toString (!total) ^ "\n"))
