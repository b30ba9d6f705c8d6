IO.puts(Enum.product(1..50))
