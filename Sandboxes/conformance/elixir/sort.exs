[_count | values] = IO.read(:stdio, :eof) |> String.split() |> Enum.map(&String.to_integer/1)
values |> Enum.sort() |> Enum.join("\n") |> IO.puts()
