(defun read-integer ()
  (parse-integer (read-line)))

(format t "~d~%" (loop repeat (read-integer) sum (read-integer)))
