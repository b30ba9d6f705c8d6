module Words = Map.Make (String)

let rec count words =
  match input_line stdin with
  | word -> count (Words.update word (fun n -> Some (Option.value n ~default:0 + 1)) words)
  | exception End_of_file -> words

let () =
  let words = count Words.empty in
  Printf.printf "%d\n%d\n" (Words.cardinal words) (Words.find "judge" words)
