lines = IO.stream(:stdio, :line) |> Enum.to_list()
IO.puts(length(lines))
IO.write(List.last(lines))
