;;; -*- lexical-binding: t -*-
(let* ((sum 0)
       (lock (make-mutex))
       (start (lambda (number)
                (make-thread
                 (lambda ()
                   (dotimes (_ 1000)
                     (with-mutex lock (setq sum (+ sum number)))))))))
  (mapc #'thread-join (mapcar start '(0 1 2 3)))
  (princ (format "%d\n" sum)))
