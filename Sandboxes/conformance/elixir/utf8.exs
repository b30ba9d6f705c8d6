for _ <- 1..2, do: IO.write(IO.gets(""))
IO.puts("žluťoučký kůň, καλημέρα, 日本語, 🙂")
