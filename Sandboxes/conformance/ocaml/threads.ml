let total = ref 0
let lock = Mutex.create ()

let add number =
  for _ = 1 to 1000 do
    Mutex.lock lock;
    total := !total + number;
    Mutex.unlock lock
  done

let () =
  List.iter Thread.join (List.map (Thread.create add) [ 0; 1; 2; 3 ]);
  Printf.printf "%d\n" !total
