let () =
  let sum = ref 0 in
  for _ = 1 to read_int () do
    sum := !sum + read_int ()
  done;
  Printf.printf "%d\n" !sum
