(import (rnrs))

(let loop ((counter 0))
  (loop (mod (+ counter 1) 1000)))
