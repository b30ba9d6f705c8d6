let () =
  let line = String.make 99 'x' ^ "\n" in
  for _ = 1 to 100_000 do
    print_string line
  done
