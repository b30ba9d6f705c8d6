(let* ((sum 0)
       (lock (threads:make-mutex))
       (threads (loop for number below 4
                      collect (let ((number number))
                                (threads:make-thread
                                 (lambda ()
                                   (loop repeat 1000
                                         do (threads:with-mutex (lock) (incf sum number)))))))))
  (mapc #'threads:thread-join threads)
  (format t "~d~%" sum))
