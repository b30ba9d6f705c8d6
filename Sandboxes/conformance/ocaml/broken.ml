let () =
  let known = 1 in
  print_int (known + unknown)
