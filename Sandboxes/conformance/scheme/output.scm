(define line (make-string 99 #\x))

(do ((i 0 (+ i 1)))
    ((= i 100000))
  (display line)
  (newline))
