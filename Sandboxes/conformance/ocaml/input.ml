let rec read count last =
  match input_line stdin with
  | line -> read (count + 1) line
  | exception End_of_file -> Printf.printf "%d\n%s\n" count last

let () = read 0 ""
