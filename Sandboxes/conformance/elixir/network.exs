case :gen_tcp.connect({192, 0, 2, 1}, 80, [], 5000) do
  {:error, _} -> IO.puts("no network")
  {:ok, _} -> IO.puts("network")
end
