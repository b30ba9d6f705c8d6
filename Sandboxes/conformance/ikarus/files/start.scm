(import (rnrs) (greeting))

(greet "World")
