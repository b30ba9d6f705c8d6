(let ((counts (make-hash-table :test #'equal)))
  (loop for word = (read-line *standard-input* nil)
        while word
        do (incf (gethash word counts 0)))
  (format t "~d~%~d~%" (hash-table-count counts) (gethash "judge" counts)))
