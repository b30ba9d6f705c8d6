let () =
  print_endline (read_line ());
  print_endline (read_line ());
  print_endline "žluťoučký kůň, καλημέρα, 日本語, 🙂"
