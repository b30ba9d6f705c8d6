(let ((blocks nil))
  (while t
    (push (make-vector 100000 1) blocks)))
