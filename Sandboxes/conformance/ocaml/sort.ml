let () =
  let values = List.init (read_int ()) (fun _ -> read_int ()) in
  List.iter (Printf.printf "%d\n") (List.sort compare values)
