(let ((line (make-string 99 :initial-element #\x)))
  (loop repeat 100000 do (write-line line)))
