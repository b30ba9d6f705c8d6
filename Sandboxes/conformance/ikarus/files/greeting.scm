(library (greeting)
  (export greet)
  (import (rnrs))

  (define (greet name)
    (display (string-append "Hello, " name "!\n"))))
