let greeting = function
  | true -> "Hello, World!"

let () = print_endline (greeting true)
