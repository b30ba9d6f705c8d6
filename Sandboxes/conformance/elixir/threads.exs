0..3
|> Enum.map(fn number ->
  Task.async(fn -> Enum.reduce(1..1000, 0, fn _, sum -> sum + number end) end)
end)
|> Task.await_many()
|> Enum.sum()
|> IO.puts()
