(let ((counter 0))
  (loop (setf counter (mod (+ counter 1) 1000))))
