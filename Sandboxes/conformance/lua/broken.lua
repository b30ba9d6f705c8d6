local known = 1

local half = known / )
print(half)
