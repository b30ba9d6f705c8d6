(import (rnrs))

(display "Hello, World!")
(newline)
