(import (rnrs))

(display (/ 1 #<two>))
(newline)
