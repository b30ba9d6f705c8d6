(defun greet (name)
  (princ (format "Hello, %s!\n" name)))

(provide 'greeting)
