let rec loop counter = loop (counter + 1)

let () = loop 0
