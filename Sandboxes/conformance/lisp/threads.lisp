(let* ((sum 0)
       (lock (sb-thread:make-mutex))
       (threads (loop for number below 4
                      collect (sb-thread:make-thread
                               (lambda (number)
                                 (loop repeat 1000
                                       do (sb-thread:with-mutex (lock) (incf sum number))))
                               :arguments (list number)))))
  (mapc #'sb-thread:join-thread threads)
  (format t "~d~%" sum))
