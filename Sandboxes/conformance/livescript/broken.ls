known = 1

half = known / )
console.log half
