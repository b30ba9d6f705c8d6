BEGIN { known = 1 }

BEGIN { print known / ) 2 }
