[count | values] =
  IO.binread(:stdio, :eof)
  |> String.split()
  |> Enum.map(&String.to_integer/1)

values |> Enum.take(count) |> Enum.sum() |> IO.puts()
