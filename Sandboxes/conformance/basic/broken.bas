known = 1

half = known / )
print half
