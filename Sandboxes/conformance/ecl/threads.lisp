(let* ((sum 0)
       (lock (mp:make-lock))
       (threads (loop for number below 4
                      collect (mp:process-run-function
                               number
                               (lambda (number)
                                 (loop repeat 1000
                                       do (mp:with-lock (lock) (incf sum number))))
                               number))))
  (mapc #'mp:process-join threads)
  (format t "~d~%" sum))
