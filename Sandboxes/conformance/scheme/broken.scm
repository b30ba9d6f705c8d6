(define known 1)

(display (/ known #<two>))
(newline)
