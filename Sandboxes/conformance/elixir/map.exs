counts = IO.stream(:stdio, :line) |> Enum.map(&String.trim/1) |> Enum.frequencies()
IO.puts(map_size(counts))
IO.puts(counts["judge"])
