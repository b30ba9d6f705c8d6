(let ((count 0) (last ""))
  (loop for line = (read-line *standard-input* nil)
        while line
        do (incf count)
           (setf last line))
  (format t "~d~%~a~%" count last))
