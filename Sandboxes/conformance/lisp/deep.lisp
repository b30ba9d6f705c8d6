(defun depth (n)
  (if (zerop n) 0 (+ 1 (depth (- n 1)))))

(format t "~d~%" (depth 100000))
