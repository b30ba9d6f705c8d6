known = 1

half = known / )
IO.puts(half)
