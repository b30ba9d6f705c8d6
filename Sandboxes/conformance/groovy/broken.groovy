def known = 1

def half = known / )
println half
