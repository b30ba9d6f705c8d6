(define known 1)

(display (/ known . ))
(newline)
