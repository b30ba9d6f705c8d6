known = 1

half = known / )
puts half
