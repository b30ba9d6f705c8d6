line = String.duplicate("x", 99)
for _ <- 1..100_000, do: IO.puts(line)
