(defun greet (name unused)
  (format t "Hello, ~a!~%" name))

(greet "World" 1)
