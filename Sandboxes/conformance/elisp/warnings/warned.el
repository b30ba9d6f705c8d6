(defun never ()
  (no-such-function 1))

(princ "Hello, World!\n")
